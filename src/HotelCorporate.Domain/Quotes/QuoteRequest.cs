using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;
using NodaTime;

namespace HotelCorporate.Domain.Quotes;

/// <summary>All that a seller asks for when an offer is priced. It is kept with the offer: the next version begins with it, and the nightly audit prices it again.</summary>
public sealed record QuoteRequest
{
    public LocalDate ValidUntil { get; init; }

    /// <summary>A fraction off hire and extras.</summary>
    public decimal Discount { get; init; }

    public string DiscountReason { get; init; } = "";

    /// <summary>What is not included, and other words to the client.</summary>
    public string Remarks { get; init; } = "";

    /// <summary>What unused bedrooms cost, as <see cref="Rooms.BlockTerms.Parse"/> reads it.</summary>
    public string BedroomTerms { get; init; } = "";

    public IReadOnlyList<FunctionAsked> Functions { get; init; } = [];

    public IReadOnlyList<BedroomsAsked> Bedrooms { get; init; } = [];

    public IReadOnlyList<ExtraAsked> Extras { get; init; } = [];

    /// <summary>The least spend on food and beverage; none: no minimum.</summary>
    public SpendRule? Minimum { get; init; }

    /// <summary>Loyalty points that the client spends on it.</summary>
    public int Points { get; init; }

    /// <summary>What the event costs the house beside its lines, net; the client does not see it.</summary>
    public decimal FixedCost { get; init; }
}

/// <summary>A function is sold with a package per delegate, or its room is hired, or it costs nothing.</summary>
public sealed record FunctionAsked(PlannedFunction Planned)
{
    public int? PackageId { get; init; }

    /// <summary>The price per delegate for this booking; none: the agreed one, or the list price.</summary>
    public decimal? Price { get; init; }

    /// <summary>A fraction off the package; none: what is agreed.</summary>
    public decimal? Discount { get; init; }

    /// <summary>Names of the components that are left out.</summary>
    public IReadOnlyList<string> TakenOut { get; init; } = [];

    public IReadOnlyList<AddedComponent> Added { get; init; } = [];

    /// <summary>The room's hire before what is off; none or 0: no hire, or that of the price list.</summary>
    public decimal? Hire { get; init; }

    /// <summary>Where no hire is typed, the house's price list says it.</summary>
    public bool HireByList { get; init; }

    /// <summary>When the hire follows the spend on food and beverage; its list amount is <see cref="Hire"/>.</summary>
    public SpendRule? HireRule { get; init; }

    /// <summary>Whether the package is varied for this booking.</summary>
    public bool IsNegotiated => Price is not null || Discount is not null || TakenOut.Count > 0 || Added.Count > 0;
}

/// <summary>A component put into a package for one booking.</summary>
/// <param name="Amount">Per unit of the package.</param>
/// <param name="Cost">Net, per unit of the package.</param>
public sealed record AddedComponent(string Name, RevenueClass RevenueClass, decimal Amount, decimal Cost = 0, bool IsProtected = false);

/// <summary>Bedrooms of one type for a stay.</summary>
public sealed record BedroomsAsked(int RoomTypeId, Occupancy Occupancy, LocalDate Arrival, int Nights, int Rooms);

/// <summary>Something beside packages and rooms.</summary>
/// <param name="Price">Per unit, before what is off; none: the price of the catalogue on its day.</param>
/// <param name="Cost">Net, per unit.</param>
/// <param name="ItemId">The catalogue's, when it came from there.</param>
/// <param name="Key">The function that it is for; none: the event. One that follows the number of people is for a function.</param>
/// <param name="PerPerson">The quantity is the function's number of people.</param>
public sealed record ExtraAsked(string Description, RevenueClass RevenueClass, decimal? Quantity, decimal? Price, decimal Cost = 0, int? ItemId = null, int? Key = null, bool PerPerson = false);
