using Microsoft.AspNetCore.Identity;

namespace HotelCorporate.Web.Database;

/// <summary>A person of the house who signs in.</summary>
public sealed class HotelUser : IdentityUser<int>
{
    public string Name { get; set; } = "";

    /// <summary>In which language, and with which dates and amounts, the site speaks to this person: en-GB, en-US, sq-AL.</summary>
    public string Language { get; set; } = "en-GB";

    /// <summary>The hotel this person works in; none for the whole chain.</summary>
    public int? PropertyId { get; set; }

    /// <summary>The last journal entry about this person's bookings that was read; later ones by others are unread.</summary>
    public long ReadUpTo { get; set; }

    /// <summary>The half minute (since 1970) of the last authenticator code that opened; earlier codes open nothing any more.</summary>
    public long? LastCodeStep { get; set; }
}
