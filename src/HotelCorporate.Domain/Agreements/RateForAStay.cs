using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Agreements;

/// <summary>A stay that is priced: one room from the night of arrival on.</summary>
/// <param name="Accounts">As in <see cref="RateQuestion"/>.</param>
public sealed record StayQuestion(IReadOnlyList<int> Accounts, int PropertyId, int RoomTypeId, Occupancy Occupancy, LocalDate Arrival, int Nights, LocalDate PricedOn);

/// <summary>Each night of a stay with its rate, in order.</summary>
public sealed record StayPrice(IReadOnlyList<(LocalDate Night, RateAnswer Rate)> Nights, Currency Currency)
{
    /// <summary>The whole stay can be had.</summary>
    public bool IsAvailable => Nights.All(night => night.Rate.Amount is not null);

    /// <summary>Of the nights that can be had.</summary>
    public Money Total => Nights.Select(night => night.Rate.Amount).OfType<Money>().Sum(Currency);
}

/// <summary>The rates of a stay: each night by itself, all with the tier that is reached when it is priced. Pure.</summary>
public static class RateForAStay
{
    /// <param name="facts">What the house knows of a night; none: no BAR is loaded for it.</param>
    /// <param name="nightsCounted">As in <see cref="RateForANight.Answer"/>; asked once for each agreement.</param>
    public static StayPrice Price(StayQuestion asked, Currency currency, Func<LocalDate, NightFacts?> facts, IReadOnlyCollection<Agreement> agreements, Func<Agreement, int> nightsCounted)
    {
        var counts = new Dictionary<Agreement, int>(ReferenceEqualityComparer.Instance);
        var nights = new List<(LocalDate, RateAnswer)>(asked.Nights);
        for (var i = 0; i < asked.Nights; i++)
        {
            var night = asked.Arrival.PlusDays(i);
            var question = new RateQuestion(asked.Accounts, asked.PropertyId, asked.RoomTypeId, asked.Occupancy, night, asked.Arrival, asked.Nights, asked.PricedOn);
            nights.Add((night, facts(night) is { } known ? RateForANight.Answer(question, known, agreements, Once) : new RateAnswer(null, $"No BAR is loaded for {night}. Load it first.", null, [])));
        }

        return new StayPrice(nights, currency);

        int Once(Agreement agreement) => counts.TryGetValue(agreement, out var count) ? count : counts[agreement] = nightsCounted(agreement);
    }
}
