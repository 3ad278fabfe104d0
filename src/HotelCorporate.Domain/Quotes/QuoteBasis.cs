using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Loyalty;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Rooms;
using NodaTime;

namespace HotelCorporate.Domain.Quotes;

/// <summary>All that an offer is priced from, read once.</summary>
public sealed record QuoteBasis
{
    public required Currency Currency { get; init; }

    public required TaxMode TaxMode { get; init; }

    public required IReadOnlyList<Package> Packages { get; init; }

    public required IReadOnlyList<TaxCode> TaxCodes { get; init; }

    public required IReadOnlyList<ServiceCharge> Services { get; init; }

    public required IReadOnlyList<RoomType> RoomTypes { get; init; }

    /// <summary>What the company has agreed with the house; none: list prices.</summary>
    public Agreement? Agreement { get; init; }

    /// <summary>The rate of a room for a night, with how many are free and why there is none: from the agreements and BAR, or what the booking's block keeps.</summary>
    public Func<BedroomsAsked, LocalDate, RateAnswer> Rate { get; init; } = (_, _) => new RateAnswer(null, "No rate is known.", null, []);

    /// <summary>What the house sells by itself.</summary>
    public IReadOnlyList<CatalogueItem> Items { get; init; } = [];

    /// <summary>The hire prices of each space that has some.</summary>
    public IReadOnlyDictionary<int, HirePrices> Hires { get; init; } = new Dictionary<int, HirePrices>();

    /// <summary>The language of the client, in which what it reads of the catalogue is.</summary>
    public string Language { get; init; } = "en";

    /// <summary>What the seller may do without asking.</summary>
    public PricingLimits Limits { get; init; } = PricingLimits.None;

    /// <summary>Where the company stands in the loyalty programme; none: it takes no part.</summary>
    public LoyaltyStanding? Loyalty { get; init; }

    /// <summary>What comes off every hire, as a fraction, and by what: the agreement or the loyalty tier, whichever gives more. They do not add up.</summary>
    public (decimal Off, Sentence By) HireOff
    {
        get
        {
            var agreed = Agreement?.Terms.HireOff ?? 0;
            if (Loyalty?.Tier is { } tier && tier.HireOff > agreed) return (tier.HireOff, $"Loyalty tier {tier.Name}: {Sentence.Percent(tier.HireOff)} off hire");
            return (agreed, agreed > 0 ? (Sentence)$"Agreement {Agreement!.Name}: {Sentence.Percent(agreed)} off hire" : "");
        }
    }

    /// <summary>The code of what has none of its own: bedrooms, hire and extras.</summary>
    /// <exception cref="HouseRuleException">The house has not said how it is taxed.</exception>
    public TaxCode TaxFor(RevenueClass revenueClass) => TaxCodes.FirstOrDefault(code => code.Classes.Contains(revenueClass))
        ?? throw new HouseRuleException($"The hotel has not said how {revenueClass} is taxed. Ask an administrator to choose a tax code for it in Settings, Taxes and service.");

    /// <summary>What the company's agreement gives for a package; none when it names none. What a price rise put in a package's place is the same package.</summary>
    public AgreedPackage? Agreed(Package package)
    {
        var line = Packages.Where(other => other.Line == package.Line).Select(other => other.Id).Append(package.Id).ToHashSet();
        var terms = Agreement?.Terms.Packages ?? [];
        return terms.FirstOrDefault(agreed => agreed.PackageId == package.Id) ?? terms.FirstOrDefault(agreed => line.Contains(agreed.PackageId));
    }
}
