using System.Globalization;
using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Domain.Resources;

/// <summary>One figure for each style that needs a resource, in the form in which they are stored: "Theatre 2; Banquet 3".</summary>
public static class StyleFigures
{
    public static IReadOnlyDictionary<SetupStyle, int> Read(string text) =>
        text.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(' '))
            .ToDictionary(parts => Enum.Parse<SetupStyle>(parts[0]), parts => int.Parse(parts[1], CultureInfo.InvariantCulture));

    /// <exception cref="HouseRuleException">Below 1 or above 1,000.</exception>
    public static string Write(IReadOnlyDictionary<SetupStyle, int> figures)
    {
        foreach (var (style, figure) in figures)
            if (figure is < 1 or > 1000) throw new HouseRuleException("Type a number from 1 to 1,000, or leave it empty.") { Field = $"StyleFigures[{style}]" };
        return string.Join("; ", figures.OrderBy(pair => pair.Key).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}")));
    }
}
