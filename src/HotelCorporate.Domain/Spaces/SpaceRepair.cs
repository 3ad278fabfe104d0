using NodaTime;

namespace HotelCorporate.Domain.Spaces;

/// <summary>What would make a space fit.</summary>
public abstract record SpaceRepair
{
    private SpaceRepair() { }

    /// <summary>Minutes later; earlier when below zero.</summary>
    public sealed record Shift(int Minutes) : SpaceRepair;

    /// <summary>A style in which this many people fit in the same space at the same time.</summary>
    public sealed record OtherStyle(SetupStyle Style) : SpaceRepair;

    /// <summary>Only an option is in the way, and this is its last day.</summary>
    public sealed record OptionLapses(string Reference, LocalDate On) : SpaceRepair;
}
