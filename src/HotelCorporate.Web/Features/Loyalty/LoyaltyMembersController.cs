using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Loyalty;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Loyalty;

/// <summary>One company's account of points.</summary>
[Authorize(Policy = Policies.Forecast)]
[Route("loyalty/{accountId:int}")]
public sealed class LoyaltyMembersController(HotelDb db, LoyaltyDesk desk, CurrentProperty hotel, IClock clock) : HotelController
{
    private const int Shown = 200;
    private const string MemberView = "~/Features/Loyalty/Member.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Details(int accountId, CancellationToken cancel) => await PageAsync(accountId, cancel) is { } page ? View(MemberView, page) : NotFound();

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("join")]
    public Task<IActionResult> Join(int accountId, CancellationToken cancel) => ChangeAsync(accountId, "join the loyalty programme", async (member, today) =>
    {
        if (await db.LoyaltyProgrammes.AsNoTracking().SingleOrDefaultAsync(cancel) is null) throw new HouseRuleException("The house has no loyalty programme yet. Ask a sales manager to set one up.");
        if (member is null) db.LoyaltyMembers.Add(new LoyaltyMember(accountId, today));
        else member.Rejoin();
    }, cancel);

    /// <summary>It earns and spends nothing any more; its points wait for it.</summary>
    [Authorize(Policy = Policies.Sales)]
    [HttpPost("leave")]
    public Task<IActionResult> Leave(int accountId, CancellationToken cancel) => ChangeAsync(accountId, "leave the loyalty programme", (member, today) =>
    {
        member?.Leave(today);
        return Task.CompletedTask;
    }, cancel);

    /// <summary>Points given or taken by hand, with a reason.</summary>
    [Authorize(Policy = Policies.SalesManager)]
    [OncePerForm]
    [HttpPost("adjust")]
    public async Task<IActionResult> Adjust(int accountId, int? points, string? why, CancellationToken cancel)
    {
        if (ModelState.IsValid)
        {
            return await ChangeAsync(accountId, null, async (member, today) =>
            {
                if (member is null) throw new HouseRuleException("The company takes no part yet. Let it join first.");
                await desk.AdjustAsync(member, points ?? 0, why ?? "", today, Me, cancel);
            }, cancel, points, why);
        }

        return await PageAsync(accountId, cancel) is { } page ? Refused(page with { Points = points, Why = why }, MemberView) : NotFound();
    }

    /// <param name="action">What the journal says; none: the change says it itself.</param>
    private async Task<IActionResult> ChangeAsync(int accountId, string? action, Func<LoyaltyMember?, LocalDate, Task> change, CancellationToken cancel, int? points = null, string? why = null)
    {
        if (!await db.Accounts.AnyAsync(account => account.Id == accountId, cancel)) return NotFound();
        var member = await db.LoyaltyMembers.SingleOrDefaultAsync(member => member.AccountId == accountId, cancel);
        try
        {
            await change(member, (await hotel.GetAsync(cancel)).Today(clock.GetCurrentInstant()));
            if (action is not null) db.Note(Me, clock.GetCurrentInstant(), nameof(Account), accountId, action);
            await db.SaveChangesAsync(cancel);
            return RedirectToAction(nameof(Details), new { accountId });
        }
        catch (HouseRuleException refusal)
        {
            Refuse("", refusal);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Points came or went at this very moment. Look at them and try again.");
        }

        db.ChangeTracker.Clear();
        return Refused((await PageAsync(accountId, cancel))! with { Points = points, Why = why }, MemberView);
    }

    private async Task<MemberPage?> PageAsync(int accountId, CancellationToken cancel)
    {
        if (await db.Accounts.AsNoTracking().Where(account => account.Id == accountId).Select(account => account.TradeName).SingleOrDefaultAsync(cancel) is not { } name) return null;
        var programme = await db.LoyaltyProgrammes.AsNoTracking().SingleOrDefaultAsync(cancel);
        var member = await db.LoyaltyMembers.AsNoTracking().SingleOrDefaultAsync(member => member.AccountId == accountId, cancel);
        if (programme is null || member is null) return new MemberPage(accountId, name, programme, null, null, []);
        var today = (await hotel.GetAsync(cancel)).Today(clock.GetCurrentInstant());
        var rows = await db.LoyaltyEntries.AsNoTracking().Where(entry => entry.AccountId == accountId).OrderByDescending(entry => entry.Id).Take(Shown).ToListAsync(cancel);
        var (bookings, invoices) = (rows.Select(entry => entry.BookingId).OfType<int>().ToHashSet(), rows.Select(entry => entry.InvoiceId).OfType<int>().ToHashSet());
        // Of another hotel there are the points, not the booking: the filters of the signed-in person hold.
        var references = await db.Bookings.AsNoTracking().Where(booking => bookings.Contains(booking.Id)).ToDictionaryAsync(booking => booking.Id, booking => booking.Reference + ", " + booking.Name, cancel);
        var numbers = await db.Invoices.AsNoTracking().Where(invoice => invoices.Contains(invoice.Id)).ToDictionaryAsync(invoice => invoice.Id, invoice => invoice.Number, cancel);
        var left = member.Points;
        var entries = new List<EntryRow>();
        foreach (var entry in rows)
        {
            var (booking, number) = (entry.BookingId is { } id ? references.GetValueOrDefault(id) : null, entry.InvoiceId is { } invoice ? numbers.GetValueOrDefault(invoice) : null);
            entries.Add(new EntryRow(entry, number ?? booking ?? entry.Why, number is not null ? $"/invoices/{entry.InvoiceId}" : booking is not null ? $"/bookings/{entry.BookingId}" : null, left));
            left -= entry.Points;
        }

        return new MemberPage(accountId, name, programme, member, await desk.StandingAsync(accountId, programme.Currency, today, bookingId: null, cancel), entries);
    }
}
