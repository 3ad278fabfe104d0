using NodaTime;

namespace HotelCorporate.Domain.Agreements;

/// <summary>How an account does against what it committed.</summary>
public enum ProductionLight
{
    Red,
    Amber,
    Green,
}

/// <summary>Room nights brought against room nights promised (domain section 5).</summary>
/// <param name="Expected">To date, one decimal.</param>
/// <param name="Percent">Of what was expected, whole.</param>
/// <param name="RunRate">Nights that the term comes to if it goes on like this.</param>
public sealed record CommitmentProgress(decimal Expected, int Percent, int RunRate, ProductionLight Light)
{
    /// <summary>Counted by days elapsed over days of the term, the day itself in: 700 over 2026, 410 by the end of September: 523.6, 78 %, 548.</summary>
    public static CommitmentProgress Of(int committed, int produced, LocalDate from, LocalDate to, LocalDate today)
    {
        var days = Period.DaysBetween(from, to) + 1;
        var elapsed = Math.Clamp(Period.DaysBetween(from, today) + 1, 0, days);
        var expected = committed * (decimal)elapsed / days;
        var percent = expected == 0 ? 100 : (int)decimal.Round(produced / expected * 100, MidpointRounding.AwayFromZero);
        var runRate = elapsed == 0 ? 0 : (int)decimal.Round((decimal)produced * days / elapsed, MidpointRounding.AwayFromZero);
        var light = percent >= 95 ? ProductionLight.Green : percent >= 80 ? ProductionLight.Amber : ProductionLight.Red;
        return new(decimal.Round(expected, 1, MidpointRounding.AwayFromZero), percent, runRate, light);
    }
}
