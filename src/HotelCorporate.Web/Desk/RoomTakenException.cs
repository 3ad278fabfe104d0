namespace HotelCorporate.Web.Desk;

/// <summary>Somebody else's firm hold is in the way. The message names the booking, the room and until when.</summary>
public sealed class RoomTakenException : Exception
{
    public RoomTakenException() { }

    public RoomTakenException(string message) : base(message) { }

    public RoomTakenException(string message, Exception innerException) : base(message, innerException) { }
}
