using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Documents.Calendar;
using HotelCorporate.Web.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>What the client is told of a booking's moves: queued in the save of the move itself. A client without an address is told nothing.</summary>
public sealed class BookingLetters(HotelDb db, QuoteDesk desk, IClock clock)
{
    /// <summary>We hold, or you wait in line.</summary>
    public async Task HeldAsync(Booking booking, CancellationToken cancel)
    {
        var file = await OfAsync(booking, cancel);
        var waits = booking.Functions.Any(function => function.IsWaiting);
        Queue(file, MailKind.OptionHeld, file.Facts with { OptionOn = booking.OptionOn, Rank = waits ? 2 : 1 });
    }

    /// <summary>Confirmed: the confirmation with its papers, and an invitation for each function to each contact who wants them.</summary>
    public async Task ConfirmedAsync(Booking booking, CancellationToken cancel)
    {
        if (await AcceptedAsync(booking, cancel) is { } quote)
        {
            var file = await desk.FileAsync(quote, booking, cancel);
            desk.Confirmed(file);
            RaiseTasks(file);
        }

        await InviteAsync(booking, cancelled: false, cancel);
    }

    /// <summary>Cancelled, with what it costs; the invitations are taken back.</summary>
    public async Task CancelledAsync(Booking booking, string reason, LocalDate notice, CancellationToken cancel)
    {
        var file = await OfAsync(booking, cancel);
        Queue(file, MailKind.Cancellation, file.Facts with { Reason = reason, NoticeOn = notice, Fee = await FeeAsync(booking, notice, cancel) });
        await InviteAsync(booking, cancelled: true, cancel);
    }

    /// <summary>Functions are elsewhere or at another time: the invitations to them are renewed.</summary>
    public Task MovedAsync(Booking booking, IReadOnlySet<int> functionIds, CancellationToken cancel) => InviteAsync(booking, cancelled: false, cancel, functionIds);

    /// <summary>What cancelling costs on that day by the accepted contract; none without one.</summary>
    public async Task<Money?> FeeAsync(Booking booking, LocalDate notice, CancellationToken cancel) =>
        await AcceptedAsync(booking, cancel) is { } quote && booking.Functions.Count > 0
            ? quote.CancellationLadder.FeeOn(notice, booking.Functions.Min(function => function.Start.Date), quote.CancellationBase)
            : null;

    /// <summary>The contract's deadlines become tasks of the booking's owner (domain section 8).</summary>
    private void RaiseTasks(QuoteFile file)
    {
        var now = clock.GetCurrentInstant();
        foreach (var deadline in file.Deadlines.Where(deadline => deadline.On >= file.Today)) Raise(deadline.What, deadline.On);
        foreach (var deposit in file.Deposits.Where(deposit => deposit.DueOn > file.Today)) Raise($"{deposit.Name}: {deposit.Amount}", deposit.DueOn!.Value);

        void Raise(Sentence text, LocalDate on) => db.Tasks.Add(new DeskTask(file.Property.Id, file.Booking.Id, text, on, file.Booking.OwnerId, now));
    }

    private async Task InviteAsync(Booking booking, bool cancelled, CancellationToken cancel, IReadOnlySet<int>? only = null)
    {
        var file = await OfAsync(booking, cancel);
        var guests = file.Account.Contacts.Where(contact => contact.WantsInvites && contact.Email.Length > 0).Select(contact => new MailRecipient(contact.Name, contact.Email)).ToList();
        foreach (var (function, row) in InOrder(booking).Zip(file.Facts.Programme))
            if (only is null || only.Contains(function.Id))
                Queue(file, MailKind.FunctionInvite, file.Facts with { Programme = [], Invite = new InviteSheet(row, function.InviteSequence + (cancelled ? 1 : 0), cancelled, $"{booking.Reference} {booking.Name}") }, guests);
    }

    private static IEnumerable<Function> InOrder(Booking booking) => booking.Functions.Where(function => !function.IsCancelled).OrderBy(function => function.Start).ThenBy(function => function.Id);

    private Task<Quote?> AcceptedAsync(Booking booking, CancellationToken cancel) =>
        db.Quotes.Include(quote => quote.Lines).Where(quote => quote.BookingId == booking.Id && quote.Status == QuoteStatus.Accepted)
            .OrderByDescending(quote => quote.Revision).FirstOrDefaultAsync(cancel);

    private async Task<File> OfAsync(Booking booking, CancellationToken cancel)
    {
        var account = await DeskQueries.AccountAsync(db, booking.AccountId, cancel);
        var spaces = await DeskQueries.SpaceNamesAsync(db, booking.Functions.Select(function => function.SpaceId), cancel);
        var hotel = HotelSheet.Of(await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel));
        return new File(booking, account!, new MailFacts
        {
            Hotel = hotel, Reference = booking.Reference, Title = booking.Name,
            Programme = [.. InOrder(booking).Select(function => QuoteDesk.Row(function, function.SpaceId is { } space ? spaces[space] : "", hotel))],
        });
    }

    private void Queue(File file, MailKind kind, MailFacts facts, IEnumerable<MailRecipient>? readers = null)
    {
        readers ??= file.Account.Reader() is { } reader ? [new MailRecipient(reader.Name, reader.Email)] : [];
        db.Queue(clock.GetCurrentInstant(), kind, file.Booking.PropertyId, file.Booking.Id, file.Account.Language, facts, readers);
    }

    private sealed record File(Booking Booking, Account Account, MailFacts Facts);
}
