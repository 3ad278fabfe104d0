using HotelCorporate.Domain;
using System.ComponentModel.DataAnnotations;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>Who stands in for somebody, from a day to a day.</summary>
public sealed class DeputyForm
{
    [Required(ErrorMessage = "Choose the deputy.")]
    public int? DeputyId { get; set; }

    [Required(ErrorMessage = "Type the first day.")]
    public LocalDate? From { get; set; }

    [Required(ErrorMessage = "Type the last day.")]
    public LocalDate? Until { get; set; }
}

/// <summary>A deputy with a name.</summary>
public sealed record Away(Deputy Deputy, string Name);

/// <summary>Who stands in for a person: on the administrator's page, and on one's own.</summary>
public static class Deputies
{
    public static async Task<IReadOnlyList<Away>> OfAsync(HotelDb db, int userId, LocalDate today, CancellationToken cancel) => await (
        from deputy in db.Deputies.AsNoTracking()
        join user in db.Users on deputy.DeputyId equals user.Id
        where deputy.AbsentId == userId && deputy.Until >= today
        orderby deputy.From
        select new Away(deputy, user.Name)).ToListAsync(cancel);

    /// <summary>What is said to whoever names somebody who may not stand in.</summary>
    public const string Refusal = "This person cannot stand in: locked out, of another hotel, or of a role that does not open bookings and what waits about them. Choose somebody of the list.";

    /// <summary>Those who may stand in: of the same hotel or of the whole chain, not locked out; for somebody who opens bookings, with a role that opens them too.</summary>
    public static async Task<IReadOnlyList<(int Id, string Name)>> ColleaguesAsync(HotelDb db, int userId, int? propertyId, Instant now, CancellationToken cancel)
    {
        var roles = await db.UserRoles.Where(given => given.UserId == userId).Join(db.Roles, given => given.RoleId, role => role.Id, (_, role) => role.Name!).ToListAsync(cancel);
        var opens = roles.Any(Role.OpeningBookings.Contains);
        var people = await db.Users.Where(user => user.Id != userId && (propertyId == null || user.PropertyId == null || user.PropertyId == propertyId)
                && (!opens || db.UserRoles.Any(given => given.UserId == user.Id && db.Roles.Any(role => role.Id == given.RoleId && Role.OpeningBookings.Contains(role.Name!)))))
            .OrderBy(user => user.Name).Select(user => new { user.Id, user.Name, user.LockoutEnd }).ToListAsync(cancel);
        return [.. people.Where(user => user.LockoutEnd is null || user.LockoutEnd <= now.ToDateTimeOffset()).Select(user => (user.Id, user.Name))];
    }

    public static async Task EndAsync(HotelDb db, int deputyId, LocalDate today, Actor actor, Instant now, CancellationToken cancel)
    {
        var deputy = await db.Deputies.SingleAsync(deputy => deputy.Id == deputyId, cancel);
        deputy.EndBefore(today);
        db.Note(actor, now, "User", deputy.AbsentId, "end deputy", Describe(deputy));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Ids and days for the journal: no names.</summary>
    public static Sentence Describe(Deputy deputy) => $"user {deputy.DeputyId}, {deputy.From} to {deputy.Until}";
}
