using System.Globalization;
using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Bookings;

/// <summary>The clause that says of which part of each revenue class the cancellation rate is taken: "Rooms 90; RoomHire 90; Food 65; Beverage 65". Classes not named count wholly.</summary>
public static class CancellationShares
{
    /// <exception cref="HouseRuleException">A part is no class and percentage.</exception>
    public static IReadOnlyDictionary<RevenueClass, decimal> Parse(string text)
    {
        var shares = new Dictionary<RevenueClass, decimal>();
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var pieces = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (pieces.Length != 2 || !Enum.TryParse<RevenueClass>(pieces[0], ignoreCase: true, out var of) || !Enum.IsDefined(of)
                || !decimal.TryParse(pieces[1].TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) || percent > 100)
                throw new HouseRuleException($"\"{part}\" is no share. Write a revenue class and a percentage, such as Rooms 90; Food 65.");
            if (!shares.TryAdd(of, percent / 100)) throw new HouseRuleException($"{of} is named twice. Name each revenue class once.");
        }

        return shares;
    }

    /// <summary>The clause in words: "90 % of Rooms, 65 % of Food"; empty when everything counts wholly.</summary>
    public static Sentence InWords(string text) =>
        Sentence.Join(", ", [.. Parse(text).Select(share => (Sentence)$"{Sentence.Percent(share.Value)} of {share.Key}")]);
}
