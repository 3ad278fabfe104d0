using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;
using NodaTime;

namespace HotelCorporate.Domain.Agreements;

/// <summary>How many sleep in the room.</summary>
public enum Occupancy
{
    Single,
    Double,
    ExtraPerson,
}

/// <summary>A part of the term with prices of its own; both days are in.</summary>
public sealed record Season(string Name, LocalDate From, LocalDate To);

/// <summary>The price of one room type and occupancy in one season: a fixed amount, or a fraction off BAR.</summary>
/// <param name="Ceiling">The most that is paid.</param>
/// <param name="TierAmounts">The columns of the tiers, in their order; a missing one leaves the tier's percentage to speak.</param>
public sealed record AgreedRate(string Season, int RoomTypeId, Occupancy Occupancy, decimal? Amount = null, decimal? OffBar = null, decimal? Ceiling = null, IReadOnlyList<decimal?>? TierAmounts = null);

/// <summary>Nights on which the agreed rates do not hold; both days are in.</summary>
/// <param name="Rate">Paid instead; none: BAR.</param>
public sealed record Blackout(string Name, LocalDate From, LocalDate To, decimal? Rate = null);

/// <summary>Cheaper from so many room nights on.</summary>
/// <param name="Off">A fraction off the rate where the rate has no column for this tier.</param>
public sealed record Tier(int MinimumNights, decimal Off = 0);

/// <summary>Which nights are counted for the tier.</summary>
public enum TierBasis
{
    Promised,
    YearToDate,
    TrailingTwelveMonths,
}

/// <summary>What reaching a tier does.</summary>
public enum TierEffect
{
    FromNowOn,
    RebateForThePeriod,
}

/// <summary>What comes with the room: breakfast, parking, the internet.</summary>
/// <param name="Fee">Paid for it per room and night; none: it is included.</param>
public sealed record Inclusion(string Name, decimal? Fee = null);

/// <summary>Room nights promised for one month.</summary>
public sealed record MonthCommitment(int Year, int Month, int Nights);

/// <summary>A package at the company's own price.</summary>
/// <param name="Price">Per delegate; none: the list price less the discount.</param>
/// <param name="Off">A fraction off.</param>
public sealed record AgreedPackage(int PackageId, decimal? Price = null, decimal Off = 0, IReadOnlyList<string>? TakenOut = null)
{
    public NegotiatedPackage ToNegotiated(Currency currency)
    {
        var package = new NegotiatedPackage(PackageId, currency);
        if (Price is { } price) package.At(Money.Of(price, currency));
        if (Off > 0) package.PercentOff(Off);
        foreach (var component in TakenOut ?? []) package.Without(component);
        return package;
    }
}
