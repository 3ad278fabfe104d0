using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Quotes;

namespace HotelCorporate.Web.Html;

/// <summary>A package as it is varied for one occasion: another price, a discount, components out, in, or one for another. What is over a limit or below the protected components the rules say.</summary>
public class PackageRow
{
    private const decimal Most = 1_000_000;
    private const int LongestName = 120;

    public int? PackageId { get; set; }

    /// <summary>The price per delegate; empty: the agreed one, or the list price.</summary>
    public decimal? Price { get; set; }

    /// <summary>Percent off the package.</summary>
    public decimal? Discount { get; set; }

    /// <summary>Components that are left out.</summary>
    public IList<string> TakenOut { get; set; } = [];

    public IList<AddedRow> Added { get; set; } = [];

    /// <summary>A component put into the package; a row without a name and an amount is passed over.</summary>
    public sealed class AddedRow
    {
        public string? Name { get; set; }

        public RevenueClass RevenueClass { get; set; } = RevenueClass.Food;

        /// <summary>What it adds to the price.</summary>
        public decimal? Amount { get; set; }

        /// <summary>Net.</summary>
        public decimal? Cost { get; set; }

        /// <summary>It keeps its amount whatever discount is given.</summary>
        public bool IsProtected { get; set; }

        /// <summary>The component that goes out for it; empty: none does.</summary>
        public string? InsteadOf { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && Amount is null && Cost is null;
    }

    /// <summary>All that goes out, with what something else stands for now.</summary>
    public IReadOnlyList<string> Out =>
        [.. TakenOut.Concat(Added.Where(added => !added.IsEmpty && !string.IsNullOrEmpty(added.InsteadOf)).Select(added => added.InsteadOf!)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The same package with the same changes as another row has.</summary>
    public void Take(PackageRow other) => (PackageId, Price, Discount, TakenOut, Added) = (other.PackageId, other.Price, other.Discount, [.. other.Out], other.Added);

    /// <summary>What is asked for a function, with its package; wrong fields are told, and left out.</summary>
    /// <param name="field">What stands before the names of the fields, with its dot; empty where the row is the form.</param>
    public FunctionAsked Asked(FunctionAsked asked, string field, Action<string, Sentence> refuse)
    {
        if (Discount is < 0 or > 100) refuse(field + nameof(Discount), "A discount is between 0 and 100 %.");
        for (var i = 0; i < Added.Count; i++)
        {
            if (!Added[i].IsEmpty) Look(Added[i], $"{field}{nameof(Added)}[{i}].", refuse);
        }

        return asked with
        {
            PackageId = PackageId, Price = Price, Discount = Discount is >= 0 and <= 100 ? Discount / 100 : null,
            TakenOut = PackageId is null ? [] : Out,
            Added = PackageId is null ? [] : [.. Added.Where(IsRight).Select(added => new AddedComponent(added.Name!.Trim(), added.RevenueClass, added.Amount!.Value, added.Cost ?? 0, added.IsProtected))],
        };
    }

    private static void Look(AddedRow added, string field, Action<string, Sentence> refuse)
    {
        if (string.IsNullOrWhiteSpace(added.Name)) refuse(field + nameof(added.Name), "Give the component a name, such as Morning coffee break.");
        if (added.Name?.Trim().Length > LongestName) refuse(field + nameof(added.Name), "A component's name has 120 characters at most.");
        if (added.Amount is null or < 0 or > Most) refuse(field + nameof(added.Amount), "Type what the component adds to the price: 0 to 1,000,000.");
        if (added.Cost is < 0 or > Most) refuse(field + nameof(added.Cost), "The costs are between 0 and 1,000,000.");
    }

    private static bool IsRight(AddedRow added) => added is { Amount: >= 0 and <= Most, Cost: null or >= 0 and <= Most } && added.Name?.Trim().Length is > 0 and <= LongestName;
}
