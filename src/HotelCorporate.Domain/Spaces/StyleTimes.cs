using System.Globalization;

namespace HotelCorporate.Domain.Spaces;

/// <summary>The styles for which a hotel needs other minutes than <see cref="SetupTimes.For"/> says, in the form in which they are stored: "Theatre 60/30; Banquet 120/60".</summary>
public static class StyleTimes
{
    /// <summary>Two days: more is a slip of the finger.</summary>
    public const int Longest = 2880;

    public static IReadOnlyDictionary<SetupStyle, SetupTimes> Read(string text) =>
        text.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(' ', '/')).ToDictionary(
            parts => Enum.Parse<SetupStyle>(parts[0]), parts => new SetupTimes(int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture)));

    /// <exception cref="HouseRuleException">Below 0 minutes or above 2 days.</exception>
    public static string Write(IEnumerable<KeyValuePair<SetupStyle, SetupTimes>> times)
    {
        var own = times.Where(pair => pair.Value != SetupTimes.For(pair.Key)).OrderBy(pair => pair.Key).ToList();
        if (own.Exists(pair => pair.Value.SetUpMinutes is < 0 or > Longest || pair.Value.TearDownMinutes is < 0 or > Longest))
            throw new HouseRuleException("Set-up and tear-down take from 0 minutes to 2 days.");
        return string.Join("; ", own.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value.SetUpMinutes}/{pair.Value.TearDownMinutes}")));
    }
}
