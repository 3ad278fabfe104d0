using HotelCorporate.Web.Database;
using Microsoft.AspNetCore.Identity;
using NodaTime;
using OtpNet;

namespace HotelCorporate.Web.Html;

/// <summary>The codes of an authenticator app (RFC 6238). A code opens once: who read it over a shoulder comes too late.</summary>
public sealed class AuthenticatorCodes(IClock clock) : AuthenticatorTokenProvider<HotelUser>
{
    /// <summary>A telephone's clock may be off by half a minute.</summary>
    private static readonly VerificationWindow Drift = new(previous: 1, future: 1);

    /// <summary>Takes a code that is later than the last one taken, and remembers it; of two requests with one code, one is refused.</summary>
    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<HotelUser> manager, HotelUser user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key) return false;
        if (!new Totp(Base32Encoding.ToBytes(key)).VerifyTotp(clock.GetCurrentInstant().ToDateTimeUtc(), token, out var step, Drift)) return false;
        if (step <= user.LastCodeStep) return false;
        user.LastCodeStep = step;
        return (await manager.UpdateAsync(user)).Succeeded;
    }
}
