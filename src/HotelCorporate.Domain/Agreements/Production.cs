using HotelCorporate.Domain.Amounts;
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
public sealed record Production(decimal Expected, int Percent, int RunRate, ProductionLight Light)
{
    /// <summary>Counted by days elapsed over days of the term, the day itself in: 700 over 2026, 410 by the end of September: 523.6, 78 %, 548.</summary>
    public static Production Of(int committed, int produced, LocalDate from, LocalDate to, LocalDate today)
    {
        var days = Period.DaysBetween(from, to) + 1;
        var elapsed = Math.Clamp(Period.DaysBetween(from, today) + 1, 0, days);
        var expected = committed * (decimal)elapsed / days;
        var percent = expected == 0 ? 100 : (int)decimal.Round(produced / expected * 100, MidpointRounding.AwayFromZero);
        var runRate = elapsed == 0 ? 0 : (int)decimal.Round((decimal)produced * days / elapsed, MidpointRounding.AwayFromZero);
        var light = percent >= 95 ? ProductionLight.Green : percent >= 80 ? ProductionLight.Amber : ProductionLight.Red;
        return new(decimal.Round(expected, 1, MidpointRounding.AwayFromZero), percent, runRate, light);
    }

    /// <summary>sum(rate x nights) / sum(nights), rounded once.</summary>
    public static Money AverageRate(IReadOnlyCollection<(Money Rate, int Nights)> stays, Currency currency) =>
        stays.Sum(stay => stay.Nights) is var nights and > 0 ? Money.Of(stays.Sum(stay => stay.Rate.Amount * stay.Nights) / nights, currency) : Money.Zero(currency);

    /// <summary>What a rebate tier gives back for the period: nights x (rate paid - rate of the tier reached): 210 at 120.00 with 112.00 from 200 on: 1,680.00.</summary>
    /// <param name="columns">First night of each tier, and its rate.</param>
    public static Money Rebate(int nights, Money paid, IEnumerable<(int From, Money Rate)> columns)
    {
        var reached = columns.Where(column => nights >= column.From).OrderBy(column => column.From).Select(column => (Money?)column.Rate).LastOrDefault() ?? paid;
        return reached >= paid ? Money.Zero(paid.Currency) : (paid - reached) * nights;
    }
}
