using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Quotes;

/// <summary>One thing that two versions of an offer say differently, in words.</summary>
/// <param name="Before">None: it is new.</param>
/// <param name="After">None: it is gone.</param>
/// <param name="Why">The step on the way to the price that is another now; none when no price is concerned, or nothing tells.</param>
public sealed record QuoteDifference(Sentence What, Sentence? Before, Sentence? After, Sentence? Why = null);

/// <summary>What two versions say differently: programme, lines, terms and sums. Pure.</summary>
public static class QuoteDifferences
{
    public static IReadOnlyList<QuoteDifference> Between(Quote before, Quote after, Func<int?, string> spaceName)
    {
        List<QuoteDifference> all =
        [
            .. Programme(before, after, spaceName), .. Lines(before.Lines, after.Lines),
            .. Said("Valid until", $"{before.ValidUntil}", $"{after.ValidUntil}"),
            .. Said("Total with tax", $"{before.Gross}", $"{after.Gross}"), .. Said("Per person, all included", $"{before.PerPerson}", $"{after.PerPerson}"),
            .. Said("What cancelling costs", Typed(before.Cancellation), Typed(after.Cancellation)), .. Said("Deposits", Typed(before.Deposits), Typed(after.Deposits)),
            .. Said("Bedrooms that stay unused", Joined(before.UnusedBedrooms()), Joined(after.UnusedBedrooms())), .. Said("What food and beverage decide", Joined(before.SpendRules()), Joined(after.SpendRules())),
            .. Said("Not included, and other words to the client", Typed(before.Remarks), Typed(after.Remarks)),
        ];
        return all;
    }

    /// <summary>Lines that are new, gone, or at another quantity or price. Lines are the same when they say the same about the same day and function.</summary>
    public static IReadOnlyList<QuoteDifference> Lines(IEnumerable<QuoteLine> before, IEnumerable<QuoteLine> after)
    {
        var found = new List<QuoteDifference>();
        var old = Keyed(before);
        foreach (var (key, now) in Keyed(after))
        {
            if (!old.Remove(key, out var was)) found.Add(new(Named(now), null, Priced(now)));
            else if (was.Amount != now.Amount || was.Quantity != now.Quantity || was.UnitMillionths != now.UnitMillionths || was.TaxRate != now.TaxRate || was.ServicesText != now.ServicesText)
                found.Add(new(Named(now), Priced(was), Priced(now), Why(was, now)));
        }

        found.AddRange(old.Values.OrderBy(line => line.Position).Select(line => new QuoteDifference(Named(line), Priced(line), null)));
        return found;
    }

    private static Dictionary<(string Description, NodaTime.LocalDate On, int? Key, int Nth), QuoteLine> Keyed(IEnumerable<QuoteLine> lines)
    {
        var keyed = new Dictionary<(string, NodaTime.LocalDate, int?, int), QuoteLine>();
        foreach (var line in lines.OrderBy(line => line.Position))
        {
            var nth = 0;
            while (!keyed.TryAdd((line.Description.ToText(), line.On, line.Key ?? line.FunctionId, nth), line)) nth++;
        }

        return keyed;
    }

    private static Sentence Named(QuoteLine line) => line.Heading.IsEmpty ? line.Description : $"{line.Heading}: {line.Description}";

    private static Sentence Priced(QuoteLine line) => $"{line.Quantity} x {line.Unit.Amount} = {line.Amount}, tax {Sentence.Percent(line.TaxRate)}";

    /// <summary>The first step of the newer price that the older one did not have.</summary>
    private static Sentence? Why(QuoteLine was, QuoteLine now)
    {
        if (was.UnitMillionths == now.UnitMillionths && was.Quantity != now.Quantity) return $"{was.Quantity} became {now.Quantity}.";
        var known = was.Steps.ToHashSet();
        return now.Steps.FirstOrDefault(step => !known.Contains(step)) is { } step ? step.Amount is { } amount ? $"{step.Text}: {amount}" : step.Text : null;
    }

    private static IEnumerable<QuoteDifference> Programme(Quote before, Quote after, Func<int?, string> spaceName)
    {
        var old = before.Programme.ToList();
        foreach (var now in after.Programme)
        {
            var was = old.Find(planned => planned.FunctionId is not null && planned.FunctionId == now.FunctionId) ?? old.Find(planned => planned.FunctionId is null && now.FunctionId is null && planned.Name == now.Name);
            if (was is not null) old.Remove(was);
            var said = Where(now);
            if (was is null) yield return new("Programme", null, said);
            else if (!Where(was).Equals(said)) yield return new("Programme", Where(was), said);
        }

        foreach (var gone in old) yield return new("Programme", Where(gone), null);

        Sentence Where(PlannedFunction planned) => $"{planned.Name}, {spaceName(planned.SpaceId)}, {planned.Start} to {planned.End}, {planned.People} people, {planned.Style}";
    }

    private static IEnumerable<QuoteDifference> Said(Sentence what, Sentence before, Sentence after)
    {
        if (!before.Equals(after)) yield return new(what, before.IsEmpty ? null : before, after.IsEmpty ? null : after);
    }

    private static Sentence Typed(string text) => text.Length == 0 ? "" : Sentence.Typed(text);

    private static Sentence Joined(IReadOnlyList<Sentence> sentences) => sentences.Count == 0 ? "" : Sentence.Join(" ", [.. sentences]);
}
