using System.Security.Cryptography;
using System.Text;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>Links by which a person chooses a password: good for a time, and once, since they carry what changes with the password.</summary>
public static class PasswordLinks
{
    private const string Purpose = "password";

    public static readonly Duration InvitationRuns = Duration.FromDays(7);
    public static readonly Duration ResetRuns = Duration.FromHours(2);

    public static string Token(SignedLinks links, HotelUser user, Instant expires) => links.Token(Purpose, user.Id, expires, Mark(user));

    /// <summary>Whose password the link sets; null when it is over, used, or was tampered with.</summary>
    public static async Task<HotelUser?> OpenAsync(SignedLinks links, HotelDb db, string token, CancellationToken cancel) =>
        links.Open(Purpose, token) is { IsExpired: false } link
        && await db.Users.SingleOrDefaultAsync(user => user.Id == link.Id, cancel) is { } user
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Mark(user)), Encoding.ASCII.GetBytes(link.Mark))
            ? user : null;

    private static string Mark(HotelUser user) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(user.SecurityStamp ?? "")))[..16];
}
