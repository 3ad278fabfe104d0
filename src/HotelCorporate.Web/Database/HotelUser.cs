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
}
