using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Rooms;

/// <summary>A kind of bedroom that the hotel sells.</summary>
public sealed class RoomType
{
    public int Id { get; private set; }

    public required int PropertyId { get; init; }

    /// <summary>SUP.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>How many there are.</summary>
    public required int Physical { get; set; }

    /// <summary>Letters of the other codes at most.</summary>
    public const int LongestOtherCodes = 300;

    private const int LongestCode = 40;

    /// <summary>What files of the hotel's own system call it besides, with commas between.</summary>
    public string OtherCodes { get; private set; } = "";

    /// <summary>Whether a file means this one: by a code or its name, in whatever letters.</summary>
    public bool IsCalled(string text) =>
        Is(Code, text) || Is(Name, text) || (OtherCodes.Length > 0 && Array.Exists(OtherCodes.Split(", "), code => Is(code, text)));

    /// <summary>Says what else files call it; empty: nothing else.</summary>
    /// <param name="others">The hotel's other room types: a code means one of them only.</param>
    /// <returns>Whether anything is otherwise than it was.</returns>
    /// <exception cref="HouseRuleException">A code is too long, or means another type.</exception>
    public bool AlsoCalled(string? codes, IEnumerable<RoomType> others)
    {
        List<string> named = [.. (codes ?? "").Split([',', ';', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(code => !Is(code, Code) && !Is(code, Name)).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (named.Find(code => code.Length > LongestCode) is { } longest) throw new HouseRuleException($"A code has {LongestCode} characters at most: {longest}.") { Field = nameof(OtherCodes) };
        var joined = string.Join(", ", named);
        if (joined.Length > LongestOtherCodes) throw new HouseRuleException($"All codes of a room type together have {LongestOtherCodes} characters at most.") { Field = nameof(OtherCodes) };
        foreach (var other in others)
            if (named.Find(other.IsCalled) is { } taken) throw new HouseRuleException($"{taken} means {other.Name} already.") { Field = nameof(OtherCodes) };
        var isOther = joined != OtherCodes;
        OtherCodes = joined;
        return isOther;
    }

    private static bool Is(string code, string text) => string.Equals(code, text, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The best available rate of a room type for one night.</summary>
public sealed class BarRate
{
    public int RoomTypeId { get; init; }

    public LocalDate Night { get; init; }

    public Money Amount { get; set; }
}
