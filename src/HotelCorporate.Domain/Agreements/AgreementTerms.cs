using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using NodaTime;

namespace HotelCorporate.Domain.Agreements;

/// <summary>All that an agreement says about prices and terms. Amounts are in its currency.</summary>
public sealed partial record AgreementTerms
{
    /// <summary>Letters that a clause of its own words has at most.</summary>
    public const int LongestClause = 600;

    /// <summary>The properties that it holds in.</summary>
    public IReadOnlyList<int> PropertyIds { get; init; } = [];

    public required LocalDate ValidFrom { get; init; }

    /// <summary>The last night.</summary>
    public required LocalDate ValidTo { get; init; }

    public string RateCode { get; init; } = "";

    public required string CurrencyCode { get; init; }

    /// <summary>Whether the amounts hold the tax.</summary>
    public TaxMode TaxMode { get; init; }

    /// <summary>They cover the term and never overlap; two stretches with one name share their prices.</summary>
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

    public IReadOnlyList<Inclusion> Inclusions { get; init; } = [];

    public IReadOnlyList<AgreedPackage> Packages { get; init; } = [];

    /// <summary>A fraction off room hire.</summary>
    public decimal HireOff { get; init; }

    /// <summary>A fraction off the list price of food and beverage outside of packages.</summary>
    public decimal FoodAndBeverageOff { get; init; }

    /// <summary>What an agency earns of the room revenue, as a fraction.</summary>
    public decimal Commission { get; init; }

    public int PaymentDays { get; init; } = 30;

    /// <summary>As <see cref="CancellationLadder.Parse"/> reads it; empty: the house's own.</summary>
    public string Cancellation { get; init; } = "";

    /// <summary>As <see cref="DepositSchedule.Parse"/> reads it; empty: the house's own.</summary>
    public string Deposits { get; init; } = "";

    /// <summary>The fraction of a block that may stay unused.</summary>
    public decimal AttritionAllowance { get; init; }

    /// <summary>What the company earns for bringing others, in its own words; empty: nothing.</summary>
    public string Referral { get; init; } = "";

    /// <summary>Room nights promised over the term.</summary>
    public int CommittedNights { get; init; }

    /// <summary>Room nights promised month by month; empty: spread by days.</summary>
    public IReadOnlyList<MonthCommitment> CommittedByMonth { get; init; } = [];

    /// <summary>Revenue promised over the term, in the agreement's currency; 0: none.</summary>
    public decimal CommittedRevenue { get; init; }

    public Currency Currency => Currency.Of(CurrencyCode);

    /// <summary>The season of a night; null outside of the term.</summary>
    public Season? SeasonOn(LocalDate night)
    {
        foreach (var season in Seasons)
            if (season.From <= night && night <= season.To) return season;
        return null;
    }

    public Blackout? BlackoutOn(LocalDate night)
    {
        foreach (var blackout in Blackouts)
            if (blackout.From <= night && night <= blackout.To) return blackout;
        return null;
    }

    public AgreedRate? RateOf(string season, int roomTypeId, Occupancy occupancy)
    {
        foreach (var rate in Rates)
            if (rate.RoomTypeId == roomTypeId && rate.Occupancy == occupancy && rate.Season == season) return rate;
        return null;
    }

    /// <summary>Which tier so many nights reach; -1: none yet.</summary>
    public int TierReached(int nights)
    {
        var reached = -1;
        for (var i = 0; i < Tiers.Count; i++)
            if (nights >= Tiers[i].MinimumNights) reached = i;
        return reached;
    }

    /// <exception cref="HouseRuleException">Names the first term that cannot stand, and its field.</exception>
    public void Check()
    {
        if (Problems() is [var first, ..]) throw new HouseRuleException(first.Why) { Field = first.Field };
    }
}
