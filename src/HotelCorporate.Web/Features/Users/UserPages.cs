using System.ComponentModel.DataAnnotations;
using HotelCorporate.Web.Desk;
using NodaTime;

namespace HotelCorporate.Web.Features.Users;

/// <summary>A new person of the house; a letter invites them to choose a password.</summary>
public sealed class UserForm
{
    [Required(ErrorMessage = "Type the person's name."), StringLength(120, ErrorMessage = "A name has 120 characters at most.")]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Type the person's e-mail address."), EmailAddress(ErrorMessage = "This is not an e-mail address."), StringLength(256)]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Choose what this person does.")]
    public string Role { get; set; } = "";

    /// <summary>The id of a hotel; <see cref="EveryHotel"/> for the whole chain.</summary>
    [Required(ErrorMessage = "Choose the hotel this person works for, or every hotel.")]
    public int? PropertyId { get; set; }

    /// <summary>What the list of hotels sends for the whole chain: it is a choice, not the absence of one.</summary>
    public const int EveryHotel = 0;

    /// <summary>In which language the invitation is written, and the site speaks until the person chooses another.</summary>
    public string Culture { get; set; } = "en-GB";
}

/// <summary>Who a person is.</summary>
public sealed class PersonForm
{
    [Required(ErrorMessage = "Type the person's name."), StringLength(120, ErrorMessage = "A name has 120 characters at most.")]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Type the person's e-mail address."), EmailAddress(ErrorMessage = "This is not an e-mail address."), StringLength(256)]
    public string Email { get; set; } = "";
}

/// <summary>Who may sign in.</summary>
/// <param name="MayGiveEveryHotel">Who works for one hotel gives no rights to another.</param>
public sealed record UsersPage(IReadOnlyList<UsersPage.Row> Rows, IReadOnlyDictionary<int, string> Hotels, bool MayGiveEveryHotel, UserForm Form)
{
    public sealed record Row(int Id, string Name, string Email, string Role, int? PropertyId, bool IsLocked, bool IsInvited, bool HasSecondFactor);
}

/// <summary>One person: role, hotel, deputies, door.</summary>
public sealed record UserPage(
    UsersPage.Row Row, bool IsMe, IReadOnlyDictionary<int, string> Hotels, bool MayGiveEveryHotel, IReadOnlyList<Away> Deputies, IReadOnlyList<(int Id, string Name)> Colleagues, LocalDate Today);
