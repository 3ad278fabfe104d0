using NodaTime;

namespace HotelCorporate.Domain.Spaces;

/// <summary>What would make a space fit.</summary>
public abstract record SpaceRepair
{
    private SpaceRepair() { }

    /// <summary>How far it is from what was asked, to rank by: the nearest first. As minutes of a shift; a combination counts 10, another style 60, waiting for an option 1000.</summary>
    public int Distance => this switch
    {
        Shift shift => Math.Abs(shift.Minutes),
        Combination => 10,
        OtherStyle => 60,
        _ => 1000,
    };

    /// <summary>Too small alone; joined to the rooms beside it, as this space, it is free and takes them.</summary>
    /// <param name="Comfortable">People who sit comfortably in it, in the style that was asked for.</param>
    public sealed record Combination(int SpaceId, string Name, int Comfortable) : SpaceRepair;

    /// <summary>Minutes later; earlier when below zero.</summary>
    public sealed record Shift(int Minutes) : SpaceRepair;

    /// <summary>A style in which this many people fit in the same space at the same time.</summary>
    public sealed record OtherStyle(SetupStyle Style) : SpaceRepair;

    /// <summary>Only an option is in the way, and this is its last day.</summary>
    public sealed record OptionLapses(string Reference, LocalDate On, int BookingId) : SpaceRepair;
}
