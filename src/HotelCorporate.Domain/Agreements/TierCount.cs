using NodaTime;

namespace HotelCorporate.Domain.Agreements;

/// <summary>Rooms that a company slept in on one night.</summary>
public readonly record struct BroughtNight(LocalDate Night, int Rooms);

/// <summary>How many room nights count for an agreement's tiers on a day. Pure.</summary>
public static class TierCount
{
    /// <summary>Promised: those that the agreement commits. Year to date: from the first of January on. Trailing: the twelve months that end with the day. The day itself is in, later nights are not.</summary>
    public static int Of(AgreementTerms terms, LocalDate pricedOn, IEnumerable<BroughtNight> brought)
    {
        if (terms.TierBasis == TierBasis.Promised) return terms.CommittedNights;
        var from = terms.TierBasis == TierBasis.YearToDate ? new LocalDate(pricedOn.Year, 1, 1) : pricedOn.PlusYears(-1).PlusDays(1);
        return brought.Where(night => night.Night >= from && night.Night <= pricedOn).Sum(night => night.Rooms);
    }
}
