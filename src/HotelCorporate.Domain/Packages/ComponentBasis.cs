namespace HotelCorporate.Domain.Packages;

/// <summary>What one unit of a component is when it is sold by itself. Inside a package every amount is per unit of the package.</summary>
public enum ComponentBasis
{
    PerPersonPerDay,
    PerPerson,
    PerEvent,
    PerHour,
    PerRoom,
    PerPersonPerNight,
    PerRoomPerNight,

    /// <summary>A cup, a bottle, a flip chart.</summary>
    PerPiece,
}
