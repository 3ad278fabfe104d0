using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Stays;

/// <summary>What an agreement's tiers pay back for a period (domain section 5).</summary>
public static class AgreementRebate
{
    /// <summary>Each night at the difference between what was paid and the tier that the nights together reach: 210 nights paid at 120.00 with 112.00 from 200 on: 1,680.00. Rounded per night rate.</summary>
    /// <param name="roomTypeOf">The room type of a code of the hotel's own system; none: not one of ours, and the tier's percentage speaks.</param>
    public static Money Of(AgreementTerms terms, IReadOnlyCollection<StayedNights> stays, LocalDate from, LocalDate to, Func<string, int?> roomTypeOf)
    {
        var back = Money.Zero(terms.Currency);
        if (terms.TierEffect != TierEffect.RebateForThePeriod) return back;
        var produced = ProducedNights.Of(stays, from, to, terms.Currency).RoomNights;
        var reached = terms.Tiers.Select((tier, i) => (tier, i)).LastOrDefault(entry => produced >= entry.tier.MinimumNights);
        if (reached.tier is null) return back;
        foreach (var stay in stays)
            for (var night = LocalDate.Max(stay.Arrival, from); night < stay.Arrival.PlusDays(stay.Nights) && night <= to; night = night.PlusDays(1))
                back += ForANight(terms, reached.tier, reached.i, stay, night, roomTypeOf(stay.RoomType)) * stay.Rooms;
        return back;
    }

    private static Money ForANight(AgreementTerms terms, Tier tier, int column, StayedNights stay, LocalDate night, int? roomTypeId)
    {
        var season = terms.Seasons.FirstOrDefault(season => season.From <= night && night <= season.To);
        var occupancy = stay.Guests > 1 ? Occupancy.Double : Occupancy.Single;
        var agreed = terms.Rates.FirstOrDefault(rate => rate.Season == season?.Name && rate.RoomTypeId == roomTypeId && rate.Occupancy == occupancy);
        var due = agreed?.TierAmounts?.ElementAtOrDefault(column) ?? stay.Rate.Amount * (1 - tier.Off);
        return due < stay.Rate.Amount ? Money.Of(stay.Rate.Amount - due, terms.Currency) : Money.Zero(terms.Currency);
    }
}
