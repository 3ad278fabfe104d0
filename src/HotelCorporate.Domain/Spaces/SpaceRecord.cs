using System.Security.Cryptography;
using System.Text;

namespace HotelCorporate.Domain.Spaces;

/// <summary>One fact of a space that became another: "floor, 1, 2".</summary>
public sealed record SpaceChange(Sentence Fact, Sentence From, Sentence To);

/// <summary>All that is said of a space at one moment, fact by fact: two of them side by side tell what changed, and by its mark a stale form is known.</summary>
public sealed class SpaceRecord
{
    private readonly List<(Sentence Fact, Sentence Is)> _facts;

    private SpaceRecord(List<(Sentence Fact, Sentence Is)> facts) => _facts = facts;

    /// <summary>The same for two records that say the same.</summary>
    public string Mark => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', _facts.Select(fact => $"{fact.Fact.ToText()}={fact.Is.ToText()}")))));

    /// <param name="backUp">The name of the back-up room.</param>
    public static SpaceRecord Of(Space space, string? backUp = null, IEnumerable<string>? neighbours = null) => new(
    [
        ("name", Typed(space.Name)), ("floor", Typed(space.Floor)), ("area in m\u00b2", Metres(space.AreaM2)), ("height in m", Metres(space.HeightM)),
        ("length in m", Metres(space.LengthM)), ("width in m", Metres(space.WidthM)), ("daylight", YesNo(space.HasDaylight)), ("outdoors", YesNo(space.IsOutdoor)),
        ("way in", Typed(space.Access)), ("place in lists", $"{space.Position}"), ("rooms", Names(space.Atoms.Select(taken => taken.Atom.Name))),
        ("groups at once", $"{(space.Atoms is [{ Atom: var own }] ? own.Lanes : 1)}"),
        .. Enum.GetValues<SetupStyle>().Select(style => ((Sentence)style.ToString(), Figures(space.In(style)))),
        ("neighbours", Names(neighbours ?? [])), ("back-up room", Typed(backUp ?? "")), ("sold", YesNo(!space.IsRetired)),
    ]);

    public IReadOnlyList<SpaceChange> ChangesTo(SpaceRecord later) =>
        [.. _facts.Zip(later._facts).Where(pair => !pair.First.Is.Equals(pair.Second.Is)).Select(pair => new SpaceChange(pair.First.Fact, pair.First.Is, pair.Second.Is))];

    private static Sentence Typed(string text) => text.Length == 0 ? "-" : Sentence.Typed(text);

    private static Sentence YesNo(bool yes) => yes ? "yes" : "no";

    /// <summary>51.30 and 51.3 are one, whichever way a database gives it back.</summary>
    private static Sentence Metres(decimal? measure)
    {
        if (measure is not { } metres) return "-";
        return $"{metres / 1.000000000000000000000000000m}";
    }

    private static Sentence Figures(Capacity? capacity)
    {
        if (capacity is null) return "-";
        return $"{capacity.Minimum} / {capacity.Comfortable} / {capacity.Legal}";
    }

    private static Sentence Names(IEnumerable<string> names)
    {
        var sorted = names.Order(StringComparer.Ordinal).Select(Sentence.Typed).ToList();
        return sorted.Count == 0 ? "-" : Sentence.Join(", ", sorted);
    }
}
