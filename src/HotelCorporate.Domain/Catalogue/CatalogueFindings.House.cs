using System.Text.RegularExpressions;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;
using NodaTime;

namespace HotelCorporate.Domain.Catalogue;

/// <content>What the hire prices and the packages of the house say against each other, and net prices beside gross ones.</content>
public static partial class CatalogueFindings
{
    /// <summary>Rows of one space that hold on one day and say other prices; a longer hire for less than a shorter one.</summary>
    /// <param name="spaces">Their names.</param>
    public static IReadOnlyList<CatalogueFinding> OfHire(IReadOnlyList<HirePrice> rows, IReadOnlyDictionary<int, string> spaces)
    {
        var found = new List<CatalogueFinding>();
        for (var i = 0; i < rows.Count; i++)
            foreach (var other in rows.Skip(i + 1).Where(rows[i].Collides))
                foreach (var span in Enum.GetValues<HireSpan>().Where(span => rows[i].For(span) is { } one && other.For(span) is { } two && one != two))
                    found.Add(Found(FindingKind.TwoHirePrices, $"{Of(rows[i])} costs {rows[i].For(span)!.Value} and {other.For(span)!.Value} for the same days ({span}). Keep one of the rows, or give them other days."));
        foreach (var row in rows)
        {
            List<(HireSpan Span, Money Price)> prices = [.. Enum.GetValues<HireSpan>().Where(span => row.For(span) is not null).Select(span => (span, row.For(span)!.Value))];
            foreach (var ((shorter, one), (longer, other)) in prices.Zip(prices.Skip(1)).Where(pair => pair.Second.Price < pair.First.Price))
                found.Add(Found(FindingKind.LongerForLess, $"{Of(row)}: {longer} costs {other}, less than {shorter} at {one}."));
        }

        return found;

        string Of(HirePrice row) => spaces.GetValueOrDefault(row.SpaceId, "");
    }

    /// <summary>Packages that are called the same and cost otherwise on the same days, a step that is dearer for more people, a component that is taxed otherwise than its thing of the catalogue or whose thing is retired.</summary>
    /// <param name="packages">Those that are sold.</param>
    /// <param name="codes">The names of the tax codes.</param>
    public static IReadOnlyList<CatalogueFinding> OfPackages(IReadOnlyList<Package> packages, IReadOnlyCollection<CatalogueItem> items, IReadOnlyDictionary<int, string> codes)
    {
        var found = new List<CatalogueFinding>();
        for (var i = 0; i < packages.Count; i++)
            foreach (var other in packages.Skip(i + 1).Where(other => SameThingOtherwise(packages[i], other)))
                found.Add(Found(FindingKind.SamePackageTwoPrices, $"{packages[i].Code} and {other.Code} are both {packages[i].Name}, sold on the same days at {packages[i].ListPrice} and {other.ListPrice}."));
        foreach (var package in packages)
        {
            List<(int From, Money Price)> steps = [(1, package.ListPrice), .. package.Steps.OrderBy(step => step.FromDelegates).Select(step => (step.FromDelegates, package.ListPriceFor(step.FromDelegates)))];
            foreach (var (fewer, more) in steps.Zip(steps.Skip(1)).Where(pair => pair.Second.Price > pair.First.Price))
                found.Add(Found(FindingKind.DearerForMore, $"{package.Code} costs {more.Price} from {more.From} delegates on, more than {fewer.Price} for fewer."));
            foreach (var (component, item) in package.Components.Join(items, component => component.CatalogueItemId, item => item.Id, (component, item) => (component, item)))
            {
                if (component.TaxCodeId != item.TaxCodeId) found.Add(Found(FindingKind.ComponentTaxedOtherwise, $"{component.Name} is taxed as {codes.GetValueOrDefault(component.TaxCodeId, "")} in {package.Code}, and as {codes.GetValueOrDefault(item.TaxCodeId, "")} in the catalogue."));
                if (item.IsRetired) found.Add(Found(FindingKind.RetiredInPackage, $"{package.Code} is sold with {component.Name}, which is retired in the catalogue."));
            }
        }

        return found;
    }

    private static bool SameThingOtherwise(Package one, Package other) =>
        one.Kind == other.Kind && string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase) && one.ListPrice != other.ListPrice && !(one.ValidTo < other.ValidFrom) && !(other.ValidTo < one.ValidFrom);

    /// <summary>The same thing once without and once with tax: the two must fit its rate.</summary>
    private static IEnumerable<CatalogueFinding> NetsAndGrosses(IReadOnlyCollection<ListedPrice> list)
    {
        foreach (var same in list.Where(line => line is { Price: not null, TaxRate: not null }).GroupBy(line => (Name: BareName(line.Name), line.Basis, line.Price!.Value.Currency, line.TaxRate)))
            if (same.FirstOrDefault(line => line.Tax == StatedTax.Excluded) is { } net && same.FirstOrDefault(line => line.Tax == StatedTax.Included) is { } gross
                && Money.Of(net.Price!.Value.Amount * (1 + net.TaxRate!.Value), net.Price.Value.Currency) is var fitting && Math.Abs((fitting - gross.Price!.Value).MinorUnits) > 1)
                yield return Found(FindingKind.NetAndGross, $"{net.Name} costs {net.Price.Value} without tax and {gross.Price.Value} with it. At {Sentence.Percent(net.TaxRate.Value)} it would be {fitting}.");
    }

    private static string BareName(string name) => TaxWords().Replace(name, " ").Trim().ToUpperInvariant();

    [GeneratedRegex(@"[\s,;(]*\b(net|gross|incl\w*\.?|excl\w*\.?|with|without|plus|vat|tax)\b[\s,;)]*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TaxWords();
}
