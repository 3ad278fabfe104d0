using System.Text.RegularExpressions;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;

namespace HotelCorporate.Domain.Catalogue;

/// <summary>What in a price list contradicts itself, or leaves open what an offer has to know.</summary>
public enum FindingKind
{
    TwoPrices,
    TaxUnknown,
    TaxOtherwise,
    SecondForNearlyNothing,
    SameAmountOtherMeasure,
    MinimumWithTax,
    MinimumInWords,
    ConditionInWords,
    NoPriceButACondition,
    NetAndGross,
    TwoHirePrices,
    LongerForLess,
    SamePackageTwoPrices,
    DearerForMore,
    ComponentTaxedOtherwise,
    RetiredInPackage,
}

/// <summary>One such thing, in words for whoever has to ask about it.</summary>
public sealed record CatalogueFinding(FindingKind Kind, Sentence Text);

/// <summary>Looks through a price list for what does not fit together. It changes nothing: what is meant, people have to say. Pure.</summary>
public static partial class CatalogueFindings
{
    private const int NamesSaid = 3;
    private const int StepsApart = 4;

    /// <param name="mode">How the hotel prices.</param>
    public static IReadOnlyList<CatalogueFinding> Of(IReadOnlyCollection<ListedPrice> list, TaxMode mode) =>
    [
        .. list.Where(HasTwoPrices).Select(line => Found(FindingKind.TwoPrices, $"{line.Name} has two prices, {line.PriceText}. Write a row for each, and say when which one holds.")),
        .. Taxes(list, mode), .. NetsAndGrosses(list), .. SecondsForNearlyNothing(list), .. OtherMeasures(list),
        .. list.Where(line => line.Tax == StatedTax.Included && IsMinimum(line)).Select(line => Found(FindingKind.MinimumWithTax, $"{line.Name} counts the tax in. The least spend of an offer is counted before service and tax: {Amount(line)} is more than it looks.")),
        .. list.Where(line => line.MinimumNumber <= 1).SelectMany(MinimumsInWords),
        .. list.Where(line => !HasTwoPrices(line)).SelectMany(Conditions),
        .. list.Where(IsFreeOnCondition).Select(line => Found(FindingKind.NoPriceButACondition, $"{line.Name} costs nothing on a condition, {line.Note}. That is a term of an offer, not a price.")),
    ];

    private static bool HasTwoPrices(ListedPrice line) => line.Price is null && TwoNumbers().IsMatch(line.PriceText);

    private static bool IsMinimum(ListedPrice line) => line.Name.Contains("minimum", StringComparison.OrdinalIgnoreCase);

    private static bool IsFreeOnCondition(ListedPrice line) => line.Price is { IsZero: true } && line.Note.Length > 0;

    private static IEnumerable<CatalogueFinding> Taxes(IReadOnlyCollection<ListedPrice> list, TaxMode mode)
    {
        List<ListedPrice> unknown = [.. list.Where(line => line.Tax == StatedTax.Unknown)];
        if (unknown.Count > 0) yield return Found(FindingKind.TaxUnknown, $"Whether tax is in the price is not said of {Names(unknown)}.");
        var other = mode == TaxMode.Inclusive ? StatedTax.Excluded : StatedTax.Included;
        List<ListedPrice> otherwise = [.. list.Where(line => line.Tax == other)];
        if (otherwise.Count == 0) yield break;
        yield return mode == TaxMode.Inclusive
            ? Found(FindingKind.TaxOtherwise, $"The hotel prices with tax, and these are without: {Names(otherwise)}.")
            : Found(FindingKind.TaxOtherwise, $"The hotel prices without tax, and these hold it: {Names(otherwise)}.");
    }

    /// <summary>"one buffet" and "both buffets" of the same thing: what the second adds here, beside what it adds elsewhere in the list.</summary>
    private static IEnumerable<CatalogueFinding> SecondsForNearlyNothing(IReadOnlyCollection<ListedPrice> list)
    {
        List<(string Thing, Money Step)> steps = [];
        foreach (var thing in list.Where(line => line.Price is not null && line.Name.Contains(';', StringComparison.Ordinal)).GroupBy(line => (Thing: ThingOf(line), line.Price!.Value.Currency)))
        {
            var one = thing.FirstOrDefault(line => One().IsMatch(VariantOf(line)));
            var both = thing.FirstOrDefault(line => Both().IsMatch(VariantOf(line)));
            if (one is not null && both is not null) steps.Add((thing.Key.Thing, both.Price!.Value - one.Price!.Value));
        }

        foreach (var group in steps.GroupBy(step => step.Step.Currency))
        {
            var most = group.MaxBy(step => step.Step);
            foreach (var (thing, step) in group.Where(step => step.Step.MinorUnits * StepsApart < most.Step.MinorUnits))
                yield return Found(FindingKind.SecondForNearlyNothing, $"The second one adds {step} to {thing}, and {most.Step} to {most.Thing}.");
        }
    }

    /// <summary>The same amount for a cup here and for a person there: one of the two is likely meant otherwise.</summary>
    private static IEnumerable<CatalogueFinding> OtherMeasures(IReadOnlyCollection<ListedPrice> list) =>
        from piece in list.Where(line => line is { Basis: ComponentBasis.PerPiece, Price.IsZero: false })
        from head in list.Where(line => line.Basis is ComponentBasis.PerPerson or ComponentBasis.PerPersonPerDay && line.Price == piece.Price && line.RevenueClass == piece.RevenueClass)
        select Found(FindingKind.SameAmountOtherMeasure, $"{piece.Name} costs {Amount(piece)} a piece and {head.Name} the same for each person.");

    private static IEnumerable<CatalogueFinding> MinimumsInWords(ListedPrice line)
    {
        if (LeastPeople().Match(line.Note) is { Success: true } found && !IsFreeOnCondition(line))
            yield return Found(FindingKind.MinimumInWords, $"{line.Name}: {line.Note}. The least number of {found.Groups["number"].Value} stands in words only.");
    }

    private static IEnumerable<CatalogueFinding> Conditions(ListedPrice line)
    {
        if (Bracket().Match(line.Name) is { Success: true } found)
            yield return Found(FindingKind.ConditionInWords, $"{line.Name} holds on a condition, {found.Groups["words"].Value}, that no price here can know.");
    }

    private static CatalogueFinding Found(FindingKind kind, Sentence text) => new(kind, text);

    private static Sentence Amount(ListedPrice line) => line.Price is { } price ? (Sentence)$"{price}" : Sentence.Typed(line.PriceText);

    private static Sentence Names(List<ListedPrice> lines)
    {
        var said = Sentence.Join(", ", [.. lines.Take(NamesSaid).Select(line => Sentence.Typed(line.Name))]);
        if (lines.Count <= NamesSaid) return said;
        return $"{said} and {lines.Count - NamesSaid} more";
    }

    private static string ThingOf(ListedPrice line) => line.Name[..line.Name.LastIndexOf(';')].Trim();

    private static string VariantOf(ListedPrice line) => line.Name[(line.Name.LastIndexOf(';') + 1)..];

    [GeneratedRegex(@"\d[\d.,]*\s*(/|or|-|\u2013)\s*\d", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TwoNumbers();

    [GeneratedRegex(@"\b(one|or)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex One();

    [GeneratedRegex(@"\b(both|and|two)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Both();

    [GeneratedRegex(@"(?<number>\d+)\s+or\s+more|at\s+least\s+(?<number>\d+)|minimum\s+(of\s+)?(?<number>\d+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LeastPeople();

    [GeneratedRegex(@"\((?<words>with[^)]*)\)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bracket();
}
