using System.Globalization;

namespace HotelCorporate.Domain.Accounts;

/// <summary>How much each part of a score counts; together 100.</summary>
public sealed record ScoreWeights(int Revenue = 35, int Margin = 20, int PaysOnTime = 15, int Keeps = 10, int Trend = 10, int Judgement = 10)
{
    /// <summary>As it is typed: the six weights in their order, "35 20 15 10 10 10".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Revenue} {Margin} {PaysOnTime} {Keeps} {Trend} {Judgement}");

    /// <exception cref="HouseRuleException">They are not six whole numbers that come to 100.</exception>
    public static ScoreWeights Parse(string text)
    {
        var numbers = text.Split([' ', ',', ';', '/'], StringSplitOptions.RemoveEmptyEntries).Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        if (numbers is not [var revenue, var margin, var pays, var keeps, var trend, var judgement] || Array.Exists(numbers, number => number < 0) || numbers.Sum() != 100)
            throw new HouseRuleException("Type six whole numbers that come to 100: revenue, margin, pays on time, keeps bookings, trend, judgement.");
        return new(revenue, margin, pays, keeps, trend, judgement);
    }
}
