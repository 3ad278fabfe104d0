using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;

namespace HotelCorporate.Domain.Catalogue;

/// <summary>One line of a price list as whoever reads it sees it.</summary>
/// <param name="PriceText">What stands in the column of prices; it need not be a number.</param>
/// <param name="Price">None where it is no single one.</param>
/// <param name="Basis">None for hire.</param>
public sealed record ListedPrice(string Name, string PriceText, Money? Price, ComponentBasis? Basis, StatedTax Tax, string Note = "", int MinimumNumber = 1, RevenueClass? RevenueClass = null)
{
    /// <summary>The tax on it; none while nobody has said which.</summary>
    public decimal? TaxRate { get; init; }

    public static ListedPrice Of(CatalogueItem item) => new(item.Name, "", item.Price, item.Basis, item.PriceTax, item.Note, item.MinimumNumber, item.RevenueClass);
}
