using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Imports;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Catalogue;

/// <summary>What one row of a file says of one thing of the catalogue, or of the hire of one space. None where the file is silent: then what stands stays.</summary>
/// <param name="Refusals">What could not be read.</param>
public sealed record CatalogueRow(int Number, string Name, IReadOnlyList<RowRefusal> Refusals)
{
    /// <summary>What the hire of a space says: its row in the hire price list.</summary>
    public HireTarget? Hire { get; init; }

    /// <summary>Empty: the thing is known by its name.</summary>
    public string Code { get; init; } = "";

    public CatalogueKind? Kind { get; init; }

    public string? Description { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<ClientText> Texts { get; init; } = [];

    public RevenueClass? RevenueClass { get; init; }

    public ComponentBasis? Basis { get; init; }

    public decimal? Price { get; init; }

    /// <summary>What stands in the column, number or not.</summary>
    public string PriceText { get; init; } = "";

    /// <summary>Empty: the hotel's.</summary>
    public string CurrencyCode { get; init; } = "";

    public decimal? NetCost { get; init; }

    public int? TaxCodeId { get; init; }

    public StatedTax? Tax { get; init; }

    public int? MinimumNumber { get; init; }

    public LocalTime? ServedAt { get; init; }

    public SetupStyle? FunctionStyle { get; init; }

    public int? FunctionMinutes { get; init; }

    public int? FunctionSpaceId { get; init; }

    public int? ResourceId { get; init; }

    public bool? IsProtected { get; init; }

    public LocalDate? ValidFrom { get; init; }

    public LocalDate? ValidTo { get; init; }

    public IReadOnlyList<PriceSeason>? Seasons { get; init; }

    public IReadOnlyList<DatedPrice>? DatedPrices { get; init; }

    /// <summary>As a reader of the list sees it; no amount where the currency is none.</summary>
    /// <param name="rateOf">The rate of a tax code; of hire when it is asked for none.</param>
    public ListedPrice Listed(Currency own, Func<int?, decimal?> rateOf) => new(
        Name, PriceText, Price is { } price && CurrencyOf(own) is { } currency ? Money.Of(price, currency) : null, Hire is null ? Basis : null, Tax ?? StatedTax.AsTheHotel, Note ?? "", MinimumNumber ?? 1, RevenueClass) { TaxRate = Hire is null && TaxCodeId is null ? null : rateOf(Hire is null ? TaxCodeId : null) };

    private Currency? CurrencyOf(Currency own)
    {
        if (CurrencyCode.Length == 0) return own;
        return Currency.Codes.Contains(CurrencyCode, StringComparer.OrdinalIgnoreCase) ? Currency.Of(CurrencyCode.ToUpperInvariant()) : null;
    }
}

/// <summary>Which price of the hire price list a row is about.</summary>
public sealed record HireTarget(int SpaceId, HireSpan Span, WeekDays Weekdays = WeekDays.None);
