namespace HotelCorporate.Domain.Packages;

/// <summary>How long a package lasts and what it brings with it.</summary>
public enum PackageKind
{
    HalfDay,
    FullDay,

    /// <summary>A day with a night: brings a line into the room block.</summary>
    TwentyFourHours,

    /// <summary>A banquet menu, sold per person.</summary>
    Menu,
}
