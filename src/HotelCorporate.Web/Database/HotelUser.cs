using Microsoft.AspNetCore.Identity;

namespace HotelCorporate.Web.Database;

/// <summary>A person of the house who signs in.</summary>
public sealed class HotelUser : IdentityUser<int>
{
    public string Name { get; set; } = "";

    /// <summary>The language of the site for this person: en, sq.</summary>
    public string Language { get; set; } = "en";

    /// <summary>The hotel this person works in; none for the whole chain.</summary>
    public int? PropertyId { get; set; }
}
