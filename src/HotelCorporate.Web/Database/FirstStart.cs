using HotelCorporate.Web.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Database;

/// <summary>The one-time link that makes the first administrator of an empty database: good for a day, dead once somebody used one.</summary>
public sealed class FirstStart(HotelDb db, SignedLinks links, IClock clock)
{
    private const string Purpose = "first administrator";

    /// <summary>The row that whoever is first writes; the second one finds it taken, whatever link was used.</summary>
    private static readonly Guid Turn = new("f1257000-ad31-4000-8000-000000000001");

    /// <summary>The path of a new link; null when the house has people already.</summary>
    public async Task<string?> PathAsync(CancellationToken cancel) => await IsDoneAsync(cancel)
        ? null
        : $"/first-administrator/{links.Token(Purpose, 0, clock.GetCurrentInstant() + Duration.FromHours(24))}";

    public async Task<bool> IsOpenAsync(string token, CancellationToken cancel) =>
        links.Open(Purpose, token) is { IsExpired: false } && !await IsDoneAsync(cancel);

    /// <summary>Closes the door with the next save; a second one that passes at the same moment fails in the database.</summary>
    public void Take() => db.SubmittedForms.Add(new SubmittedForm { Id = Turn, At = clock.GetCurrentInstant(), Location = "/sign-in" });

    private async Task<bool> IsDoneAsync(CancellationToken cancel) =>
        await db.Users.AnyAsync(cancel) || await db.SubmittedForms.AnyAsync(form => form.Id == Turn, cancel);
}
