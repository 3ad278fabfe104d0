using HotelCorporate.Domain;

namespace HotelCorporate.Web.Desk;

/// <summary>Somebody else's firm hold is in the way. The sentence names the booking, the room and until when.</summary>
public sealed class RoomTakenException : Exception
{
    public RoomTakenException() => Sentence = "";

    public RoomTakenException(string message) : this(Sentence.FromString(message)) { }

    public RoomTakenException(Sentence sentence) : base(sentence.ToString()) => Sentence = sentence;

    public RoomTakenException(string message, Exception innerException) : base(message, innerException) => Sentence = message;

    public Sentence Sentence { get; }

    /// <summary>The database's own guard refused what a moment ago looked free.</summary>
    public static RoomTakenException Meanwhile(Exception refusal) => new("Another booking took the room a moment ago. Look at the diary and choose another room or time.", refusal);
}
