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
public sealed partial class BookingLetters(HotelDb db, QuoteDesk desk, SignedLinks links, IClock clock)
{
    private Dictionary<int, Account> _accounts = [];
    private Dictionary<int, Domain.Properties.Property> _properties = [];

    /// <summary>Takes what a round of many letters would read once for each.</summary>
    internal void Know(IEnumerable<Account> accounts, IEnumerable<Domain.Properties.Property> properties) =>
        (_accounts, _properties) = (accounts.ToDictionary(account => account.Id), properties.ToDictionary(property => property.Id));

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
        if (await DeskQueries.ContractAsync(db, booking.Id, cancel) is { } quote)
        {
            var file = await desk.FileAsync(quote, booking, cancel);
            desk.Confirmed(file);
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
        await DeskQueries.ContractAsync(db, booking.Id, cancel) is { } quote && booking.Functions.Count > 0
            ? Exposure.Of(quote, booking, notice).On(notice).Fee
            : null;

    private async Task InviteAsync(Booking booking, bool cancelled, CancellationToken cancel, IReadOnlySet<int>? only = null)
    {
        var file = await OfAsync(booking, cancel);
        var guests = Guests(file);
        foreach (var (function, row) in InOrder(booking).Zip(file.Facts.Programme))
            if (only is null || only.Contains(function.Id))
                Queue(file, MailKind.FunctionInvite, file.Facts with { Programme = [], Invite = new InviteSheet(row, function.InviteSequence + (cancelled ? 1 : 0), cancelled, $"{booking.Reference} {booking.Name}") }, guests);
    }

    private static List<MailRecipient> Guests(File file) =>
        [.. file.Account.Contacts.Where(contact => contact.WantsInvites && contact.Email.Length > 0).Select(contact => new MailRecipient(contact.Name, contact.Email))];

    private static IEnumerable<Function> InOrder(Booking booking) => booking.Functions.Where(function => !function.IsCancelled).OrderBy(function => function.Start).ThenBy(function => function.Id);

    private async Task<File> OfAsync(Booking booking, CancellationToken cancel)
    {
        var account = _accounts.GetValueOrDefault(booking.AccountId) ?? await DeskQueries.AccountAsync(db, booking.AccountId, cancel);
        var spaces = await DeskQueries.SpaceNamesAsync(db, booking.Functions.Select(function => function.SpaceId), cancel);
        var hotel = HotelSheet.Of(_properties.GetValueOrDefault(booking.PropertyId) ?? await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel));
        return new File(booking, account!, new MailFacts
        {
            Hotel = hotel, Reference = booking.Reference, Title = booking.Name, Link = links.EventAddress(booking),
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
