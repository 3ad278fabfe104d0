using System.Globalization;
using System.Security.Cryptography;
using HotelCorporate.Domain.Bookings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NodaTime;

namespace HotelCorporate.Web.Mail;

/// <summary>Addresses that open one document without a password, for a time. The keys are in the database: a link outlives restarts and opens on every node.</summary>
public sealed class SignedLinks(IDataProtectionProvider protection, SiteAddress site, IServer server, IClock clock)
{
    /// <summary>The purpose of a client's own offer page.</summary>
    public const string Offer = "offer";

    /// <summary>The purpose of a client's own page of its event: option, dates, numbers.</summary>
    public const string Event = "event";

    /// <summary>The purpose of a client's own page of a rate agreement.</summary>
    public const string Agreement = "agreement";

    /// <summary>The link to an event opens so long after it, or after today while nothing is planned.</summary>
    private const int EventOutlives = 60;

    /// <summary>Lets a key that is due be made now: making one writes to the database, which must not wait for a transaction that waits for it.</summary>
    public void GetReady() => For(Offer).Protect("ready");

    /// <summary>A token for one document: good for its purpose only, until the moment given (itself outside).</summary>
    /// <param name="mark">What whoever opens it may compare; without a full stop.</param>
    public string Token(string purpose, int id, Instant expires, string mark = "") =>
        For(purpose).Protect(string.Create(CultureInfo.InvariantCulture, $"{id}.{expires.ToUnixTimeSeconds()}.{mark}"));

    /// <summary>What the token opens: its id and whether its time is over; null when it was tampered with or made for something else.</summary>
    public OpenedLink? Open(string purpose, string token)
    {
        try
        {
            var parts = For(purpose).Unprotect(token).Split('.');
            var expires = Instant.FromUnixTimeSeconds(long.Parse(parts[1], CultureInfo.InvariantCulture));
            return new OpenedLink(int.Parse(parts[0], CultureInfo.InvariantCulture), expires, clock.GetCurrentInstant() >= expires, parts.ElementAtOrDefault(2) ?? "");
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The whole address of a quote's page for its client, as it goes into a mail.</summary>
    public string OfferAddress(int quoteId, Instant expires) => Address($"/offers/{Token(Offer, quoteId, expires)}");

    /// <summary>The whole address of an event's page for its client, as it goes into a mail.</summary>
    public string EventAddress(Booking booking) =>
        Address($"/events/{Token(Event, booking.Id, (booking.Functions.Count > 0 ? Instant.Max(clock.GetCurrentInstant(), booking.Functions.Max(function => function.EndsAt)) : clock.GetCurrentInstant()) + Duration.FromDays(EventOutlives))}");

    /// <summary>A path of this site with the address that it is known by outside (setting Site:Address; otherwise the one that it listens on).</summary>
    public string Address(string path) => (site.Outside?.AbsoluteUri ?? Listening()).TrimEnd('/') + path;

    private string Listening() => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal)
        ?? "http://localhost:5000";

    private IDataProtector For(string purpose) => protection.CreateProtector("SignedLinks", purpose);
}

/// <summary>A link that was not tampered with.</summary>
public sealed record OpenedLink(int Id, Instant Expires, bool IsExpired, string Mark);
