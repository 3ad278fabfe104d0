using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
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

/// <summary>All that an agreement says about prices and terms. Amounts are in its currency.</summary>
public sealed record AgreementTerms
{
    /// <summary>The properties that it holds in.</summary>
    public IReadOnlyList<int> PropertyIds { get; init; } = [];

    public required LocalDate ValidFrom { get; init; }

    /// <summary>The last night.</summary>
    public required LocalDate ValidTo { get; init; }

    public string RateCode { get; init; } = "";

    public required string CurrencyCode { get; init; }

    public IReadOnlyList<Season> Seasons { get; init; } = [];

    public IReadOnlyList<AgreedRate> Rates { get; init; } = [];

    /// <summary>Nights of the week on which the rates hold; empty: all.</summary>
    public IReadOnlyList<IsoDayOfWeek> Weekdays { get; init; } = [];

    public int MinimumStay { get; init; } = 1;

    public int? MaximumStay { get; init; }

    /// <summary>LRA: honoured while the type has a free room, even on a closed night. Otherwise NLRA.</summary>
    public bool LastRoomAvailability { get; init; }

    public IReadOnlyList<Blackout> Blackouts { get; init; } = [];

    /// <summary>The client pays BAR when that is lower.</summary>
    public bool LowerOfBar { get; init; }

    public IReadOnlyList<Tier> Tiers { get; init; } = [];

    public TierBasis TierBasis { get; init; }

    public TierEffect TierEffect { get; init; }

    public IReadOnlyList<AgreedPackage> Packages { get; init; } = [];

    /// <summary>A fraction off room hire.</summary>
    public decimal HireOff { get; init; }

    public int PaymentDays { get; init; } = 30;

    /// <summary>As <see cref="CancellationLadder.Parse"/> reads it; empty: the house's own.</summary>
    public string Cancellation { get; init; } = "";

    /// <summary>As <see cref="DepositSchedule.Parse"/> reads it; empty: the house's own.</summary>
    public string Deposits { get; init; } = "";

    /// <summary>The fraction of a block that may stay unused.</summary>
    public decimal AttritionAllowance { get; init; }

    public int CommittedNights { get; init; }

    public Currency Currency => Currency.Of(CurrencyCode);

    /// <exception cref="HouseRuleException">Names the first term that cannot stand.</exception>
    public void Check()
    {
        if (ValidTo < ValidFrom) throw new HouseRuleException("The agreement ends before it begins. Give a later last day.");
        if (PropertyIds.Count == 0) throw new HouseRuleException("Say in which hotel the agreement holds.");
        if (MinimumStay < 1 || MaximumStay < MinimumStay) throw new HouseRuleException("The longest stay is not below the shortest, and the shortest is a night.");
        if (PaymentDays is < 0 or > 365) throw new HouseRuleException("Invoices are due within 0 to 365 days.");
        if (HireOff is < 0 or > 1 || AttritionAllowance is < 0 or > 1) throw new HouseRuleException("A discount or an allowance is between 0 and 100 %.");
        if (CommittedNights < 0) throw new HouseRuleException("The committed nights are not below zero.");
        CheckSeasons();
        foreach (var rate in Rates)
        {
            if (rate.Amount is null == rate.OffBar is null) throw new HouseRuleException("A rate is a fixed amount or a percentage off BAR: give one of them.");
            if (rate.Amount is < 0 or > 100_000 || rate.Ceiling is < 0 || rate.OffBar is < 0 or > 1) throw new HouseRuleException("A rate is between 0 and 100,000, a percentage between 0 and 100.");
            if (!Seasons.Any(season => season.Name == rate.Season)) throw new HouseRuleException($"There is no season called {rate.Season}.");
        }

        foreach (var package in Packages)
        {
            if (package.Price is < 0 or > 1_000_000 || package.Off is < 0 or > 1) throw new HouseRuleException("A package price is between 0 and 1,000,000, a discount between 0 and 100 %.");
        }

        if (Tiers.Zip(Tiers.Skip(1)).Any(pair => pair.First.MinimumNights >= pair.Second.MinimumNights)) throw new HouseRuleException("Each tier starts with more nights than the one before.");
        _ = CancellationLadder.Parse(Cancellation);
        _ = DepositSchedule.Parse(Deposits);
    }

    private void CheckSeasons()
    {
        if (Rates.Count > 0 && Seasons.Count == 0) throw new HouseRuleException("Rates belong to a season: give at least one that covers the term.");
        var next = ValidFrom;
        foreach (var season in Seasons.OrderBy(season => season.From))
        {
            if (season.From > next) throw new HouseRuleException($"No season covers {next}. Seasons cover the whole term.");
            if (season.From < next) throw new HouseRuleException($"Two seasons cover {season.From}. They never overlap.");
            next = season.To.PlusDays(1);
        }

        if (Seasons.Count > 0 && next != ValidTo.PlusDays(1)) throw new HouseRuleException("The seasons end on another day than the agreement.");
    }
}
