using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Agreements;

/// <summary>One line of the file for the hotel's own system: what a room type costs from a day to another, both in.</summary>
/// <param name="FromNights">The room nights from which this line holds instead; 0: from the start.</param>
/// <param name="Amount">Fixed; none: a fraction off BAR.</param>
public sealed record LoadedRate(string RoomType, Occupancy Occupancy, int FromNights, LocalDate From, LocalDate To, decimal? Amount, decimal? OffBar, decimal? Ceiling = null)
{
    internal (string, Occupancy, int) Slot => (RoomType.ToUpperInvariant(), Occupancy, FromNights);

    /// <summary>What is paid, apart from when. A ceiling is compared only where both tell it.</summary>
    public bool PaysAs(LoadedRate other) => Amount == other.Amount && OffBar == other.OffBar && (Ceiling is null || other.Ceiling is null || Ceiling == other.Ceiling);
}

/// <summary>How the hotel's own system differs from what was agreed.</summary>
public enum LoadedDifferenceKind
{
    Missing,
    OtherAmount,
    OtherDates,
    Extra,
}

/// <param name="Agreed">None of an extra line.</param>
/// <param name="Loaded">None of a missing line.</param>
public sealed record LoadedDifference(LoadedDifferenceKind Kind, LoadedRate? Agreed, LoadedRate? Loaded)
{
    /// <summary>Whether it is about this line of the file: lines that follow each other were laid together.</summary>
    public bool IsOf(LoadedRate line) => Loaded is { } loaded && loaded.Slot == line.Slot && loaded.From <= line.From && line.To <= loaded.To && loaded.PaysAs(line);
}

/// <summary>The agreed rates as the hotel's own system loads them, and the later comparison with what it holds. Pure.</summary>
public static class HandOver
{
    /// <summary>A line for each stretch of days, room type and occupancy; blackouts are cut out, those with a rate have lines of their own. Tiers that count from now on have lines that hold from so many nights on.</summary>
    /// <param name="typeOf">The code of a room type of the hotel; none: not one of it.</param>
    public static IReadOnlyList<LoadedRate> Lines(AgreementTerms terms, Func<int, string?> typeOf)
    {
        var lines = new List<LoadedRate>();
        foreach (var season in terms.Seasons)
            foreach (var (from, to) in Without(season, terms.Blackouts))
                foreach (var rate in terms.Rates.Where(rate => rate.Season == season.Name))
                    if (typeOf(rate.RoomTypeId) is { } code) lines.AddRange(Columns(terms, rate, code, from, to));
        foreach (var blackout in terms.Blackouts)
            if (blackout.Rate is { } amount)
                lines.AddRange(terms.Rates.Select(rate => (Code: typeOf(rate.RoomTypeId), rate.Occupancy)).Where(slot => slot.Code is not null).Distinct()
                    .Select(slot => new LoadedRate(slot.Code!, slot.Occupancy, 0, blackout.From, blackout.To, amount, null)));
        return Joined(lines);
    }

    /// <summary>Line by line: as agreed, another amount, other dates, missing, extra. How stretches of one price are cut makes no difference.</summary>
    public static IReadOnlyList<LoadedDifference> Compare(IEnumerable<LoadedRate> agreed, IEnumerable<LoadedRate> loaded)
    {
        var (left, right) = (Joined(agreed).ToList(), Joined(loaded).ToList());
        var found = new List<LoadedDifference>();
        Pair(null, (a, b) => (a.From, a.To) == (b.From, b.To) && a.PaysAs(b));
        Pair(LoadedDifferenceKind.OtherAmount, (a, b) => (a.From, a.To) == (b.From, b.To));
        Pair(LoadedDifferenceKind.OtherDates, (a, b) => a.PaysAs(b) && Meet(a, b));
        Pair(LoadedDifferenceKind.OtherAmount, Meet);
        found.AddRange(left.Select(line => new LoadedDifference(LoadedDifferenceKind.Missing, line, null)));
        found.AddRange(right.Select(line => new LoadedDifference(LoadedDifferenceKind.Extra, null, line)));
        return [.. found.OrderBy(one => (one.Agreed ?? one.Loaded)!.Slot).ThenBy(one => (one.Agreed ?? one.Loaded)!.From)];

        void Pair(LoadedDifferenceKind? kind, Func<LoadedRate, LoadedRate, bool> meet)
        {
            foreach (var line in left.ToList())
            {
                if (right.Find(other => other.Slot == line.Slot && meet(line, other)) is not { } other) continue;
                left.Remove(line);
                right.Remove(other);
                if (kind is { } known) found.Add(new(known, line, other));
            }
        }
    }

    private static bool Meet(LoadedRate a, LoadedRate b) => a.From <= b.To && b.From <= a.To;

    private static IEnumerable<LoadedRate> Columns(AgreementTerms terms, AgreedRate rate, string code, LocalDate from, LocalDate to)
    {
        yield return new(code, rate.Occupancy, 0, from, to, rate.Amount, rate.OffBar, rate.Ceiling);
        if (terms.TierEffect != TierEffect.FromNowOn) yield break;
        for (var i = 0; i < terms.Tiers.Count; i++)
        {
            var (tier, column) = (terms.Tiers[i], rate.TierAmounts?.ElementAtOrDefault(i));
            if (tier.MinimumNights == 0 || (column is null && tier.Off == 0)) continue;
            yield return rate.OffBar is { } off
                ? new(code, rate.Occupancy, tier.MinimumNights, from, to, null, 1 - ((1 - off) * (1 - tier.Off)), rate.Ceiling)
                : new(code, rate.Occupancy, tier.MinimumNights, from, to, Money.Of(column ?? rate.Amount!.Value * (1 - tier.Off), terms.Currency).Amount, null, rate.Ceiling);
        }
    }

    private static IEnumerable<(LocalDate From, LocalDate To)> Without(Season season, IReadOnlyList<Blackout> blackouts)
    {
        var from = season.From;
        foreach (var blackout in blackouts.Where(blackout => blackout.From <= season.To && blackout.To >= season.From).OrderBy(blackout => blackout.From))
        {
            if (blackout.From > from) yield return (from, blackout.From.PlusDays(-1));
            from = LocalDate.Max(from, blackout.To.PlusDays(1));
        }

        if (from <= season.To) yield return (from, season.To);
    }

    /// <summary>Stretches of one price that follow each other become one.</summary>
    private static List<LoadedRate> Joined(IEnumerable<LoadedRate> lines)
    {
        var joined = new List<LoadedRate>();
        foreach (var line in lines.OrderBy(line => line.Slot).ThenBy(line => line.From).ThenBy(line => line.To))
        {
            if (joined is [.., var last] && last.Slot == line.Slot && last.PaysAs(line) && last.Ceiling == line.Ceiling && line.From == last.To.PlusDays(1)) joined[^1] = last with { To = line.To };
            else joined.Add(line);
        }

        return joined;
    }
}
