using CsCheck;
using HotelCorporate.Domain.Agreements;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Agreements;

/// <summary>What was agreed, as the hotel's own system loads it, beside what it holds.</summary>
public sealed class HandOverTests
{
    private static readonly LocalDate First = new(2027, 1, 1);

    private static AgreementTerms Terms { get; } = new()
    {
        PropertyIds = [1], ValidFrom = First, ValidTo = new(2027, 12, 31), CurrencyCode = "EUR", Seasons = [new("Low", First, new(2027, 5, 31)), new("High", new(2027, 6, 1), new(2027, 12, 31))],
        Rates = [new("Low", 1, Occupancy.Single, Amount: 95m, TierAmounts: [90m]), new("High", 1, Occupancy.Single, Amount: 110m), new("Low", 2, Occupancy.Double, OffBar: 0.2m, Ceiling: 130m), new("Low", 9, Occupancy.Single, Amount: 1m)],
        Tiers = [new(100, 0.1m)], TierEffect = TierEffect.FromNowOn, Blackouts = [new("Fair", new(2027, 3, 10), new(2027, 3, 12), 180m), new("Feast", new(2027, 12, 30), new(2027, 12, 31))],
    };

    [Fact]
    public void Each_stretch_has_a_line_blackouts_are_cut_out_and_tiers_hold_from_their_nights_on()
    {
        var lines = HandOver.Lines(Terms, Code);
        Assert.Equal([(First, new(2027, 3, 9), 95m), (new(2027, 3, 10), new(2027, 3, 12), 180m), (new(2027, 3, 13), new(2027, 5, 31), 95m), (new(2027, 6, 1), new(2027, 12, 29), 110m)],
            lines.Where(line => line.RoomType == "STD" && line.FromNights == 0).Select(line => (line.From, line.To, line.Amount!.Value)));
        Assert.Equal([90m, 90m, 99m], lines.Where(line => line.RoomType == "STD" && line.FromNights == 100).Select(line => line.Amount!.Value));
        Assert.Equal([(0.2m, 130m), (0.28m, 130m)], lines.Where(line => line.RoomType == "DLX" && line.OffBar is not null).Select(line => (line.OffBar!.Value, line.Ceiling!.Value)).Distinct());
        Assert.DoesNotContain(lines, line => line.Amount == 1m); // a type of another hotel
    }

    [Fact]
    public void Missing_another_amount_other_dates_and_extra_are_told_line_by_line()
    {
        LoadedRate[] agreed = [Line(0, 30, 95m), Line(31, 60, 100m), Line(61, 90, 105m), Line(100, 120, 110m)];
        LoadedRate[] loaded = [Line(0, 30, 95m), Line(31, 60, 101m), Line(61, 80, 105m), Line(200, 210, 50m)];
        Assert.Equal([LoadedDifferenceKind.OtherAmount, LoadedDifferenceKind.OtherDates, LoadedDifferenceKind.Missing, LoadedDifferenceKind.Extra], HandOver.Compare(agreed, loaded).Select(one => one.Kind));
    }

    [Fact]
    public void Cut_and_shuffled_it_is_the_same_and_each_change_is_found() =>
        Gen.Select(Gen.Int[1, 40].Array[1, 6], Gen.Int[80, 84].Array[6], Gen.Int[0, 1_000], Gen.Int[0, 5]).Sample((lengths, prices, cut, changed) =>
        {
            var (agreed, from) = (new List<LoadedRate>(), 0);
            for (var i = 0; i < lengths.Length; i++)
            {
                agreed.Add(Line(from, from + lengths[i] - 1, prices[i]));
                from += lengths[i];
            }

            var loaded = agreed.SelectMany(line => Cut(line, cut)).Reverse().ToList();
            if (HandOver.Compare(agreed, loaded).Count != 0) return false;
            var at = changed % loaded.Count;
            loaded[at] = loaded[at] with { Amount = loaded[at].Amount + 100 };
            return HandOver.Compare(agreed, loaded).Count > 0 && HandOver.Compare(agreed, []).All(one => one.Kind == LoadedDifferenceKind.Missing) && HandOver.Compare([], agreed).All(one => one.Kind == LoadedDifferenceKind.Extra);
        });

    private static IEnumerable<LoadedRate> Cut(LoadedRate line, int cut)
    {
        var days = Period.DaysBetween(line.From, line.To);
        if (days == 0) return [line];
        var at = line.From.PlusDays(cut % days);
        return [line with { To = at }, line with { From = at.PlusDays(1) }];
    }

    private static LoadedRate Line(int from, int to, decimal amount) => new("STD", Occupancy.Single, 0, First.PlusDays(from), First.PlusDays(to), amount, null);

    private static string? Code(int type) => type switch { 1 => "STD", 2 => "DLX", _ => null };
}
