using HotelCorporate.Web.Database;
using Microsoft.AspNetCore.Identity;

namespace HotelCorporate.Web.Html;

/// <summary>Asks a signed-in person for their password once more, before something that a thief of the session would like to do.</summary>
internal static class OwnPassword
{
    /// <summary>What is wrong; null when the password is right. A wrong one counts as it does at the door.</summary>
    public static async Task<string?> WhyNotAsync(SignInManager<HotelUser> door, HotelUser user, string? password)
    {
        var answer = await door.CheckPasswordSignInAsync(user, password ?? "", lockoutOnFailure: true);
        return answer.Succeeded ? null
            : answer.IsLockedOut ? "Too many wrong passwords. Wait a quarter of an hour, or ask an administrator to unlock you."
            : "This is not your password. Type the one that you have now.";
    }
}
