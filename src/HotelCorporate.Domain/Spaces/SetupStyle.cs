namespace HotelCorporate.Domain.Spaces;

/// <summary>How a room is set for a function.</summary>
public enum SetupStyle
{
    Theatre,
    Classroom,
    UShape,
    Boardroom,
    HollowSquare,
    Cabaret,
    Banquet,
    Reception,
    Exhibition,
}
