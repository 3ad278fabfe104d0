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

    /// <summary>Whether a file means this one: by its code or its name, in whatever letters.</summary>
    public bool IsCalled(string text) => string.Equals(Code, text, StringComparison.OrdinalIgnoreCase) || string.Equals(Name, text, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The best available rate of a room type for one night.</summary>
public sealed class BarRate
{
    public int RoomTypeId { get; init; }

    public LocalDate Night { get; init; }

    public Money Amount { get; set; }
}
