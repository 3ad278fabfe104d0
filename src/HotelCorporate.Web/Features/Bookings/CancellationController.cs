using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Bookings;

/// <summary>Cancelling a contract: first what it means, then in one step the fee, the release, the letters and the next in line.</summary>
[Authorize(Policy = Policies.Sales)]
[Route("bookings/{id:int}")]
public sealed class CancellationController(HotelDb db, BookingMoves moves, InvoiceIssuing issuing, IClock clock) : HotelController
{
    private const string Shown = "~/Features/Bookings/Cancellation.cshtml";

    [HttpGet("cancellation")]
    public async Task<IActionResult> Preview(int id, LocalDate? noticeOn, CancellationToken cancel) =>
        await PageAsync(id, noticeOn, cancel) is { } page ? View(Shown, page) : NotFound();

    /// <param name="invoiceFee">The fee is invoiced at once.</param>
    [OncePerForm]
    [HttpPost("cancel")]
    public async Task<IActionResult> Cancel(int id, LocalDate? noticeOn, string? reason, bool invoiceFee, CancellationToken cancel)
    {
        if (await PageAsync(id, noticeOn, cancel) is not { } page) return NotFound();
        if (!ModelState.IsValid) return Refused(page, Shown);
        try
        {
            await moves.CancelAsync(id, page.NoticeOn, reason ?? "", Me, cancel);
            if (invoiceFee && page.Fee is { IsZero: false })
            {
                var issued = await issuing.CancellationFeeAsync(id, Me, cancel);
                Say($"Cancelled. {issued.Number} asks for the fee.");
            }
            else
            {
                Say("Cancelled. What it held is free, and its client is told.");
            }

            return LocalRedirect($"/bookings/{id}");
        }
        catch (HouseRuleException refusal)
        {
            Refuse("", refusal);
            return Refused(page, Shown);
        }
    }

    private async Task<CancellationPage?> PageAsync(int id, LocalDate? noticeOn, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().Include(booking => booking.Functions.OrderBy(function => function.OccupiedFrom)).SingleOrDefaultAsync(booking => booking.Id == id, cancel);
        if (booking is null) return null;
        var property = await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel);
        var account = (await DeskQueries.AccountAsync(db, booking.AccountId, cancel))!;
        var today = property.Today(clock.GetCurrentInstant());
        var contract = await DeskQueries.ContractAsync(db, id, cancel);
        return new CancellationPage(
            booking, account, property, await DeskQueries.SpaceNamesAsync(db, booking.Functions.Select(function => function.SpaceId), cancel), noticeOn ?? today, today,
            contract is null ? null : Exposure.Of(contract, booking, today), contract is null ? null : await issuing.PrepaidAsync(id, contract.Currency, cancel),
            await db.Blocks.Where(block => block.BookingId == id).SelectMany(block => block.Nights).SumAsync(night => night.Held, cancel), account.Contacts.Count(contact => contact.WantsInvites && contact.Email.Length > 0),
            await moves.NextInLineAsync(booking, [.. booking.Functions], cancel));
    }
}
