using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Documents.Calendar;
using HotelCorporate.Web.Planning;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <content>What the client is told while an option runs, of its deadlines, and of the numbers that it sent.</content>
public sealed partial class BookingLetters
{
    /// <summary>Free spaces that a client who lost one is told of, for each of its functions.</summary>
    private const int MostAlternatives = 2;

    /// <summary>Its last waiting function became firm: it has time to sign.</summary>
    public async Task PromotedAsync(Booking booking, CancellationToken cancel)
    {
        var file = await OfAsync(booking, cancel);
        Queue(file, MailKind.Promoted, file.Facts with { OptionOn = booking.OptionOn, EndsAt = booking.OptionEndsAt });
    }

    /// <summary>Another client is ready to sign for its rooms.</summary>
    public async Task ChallengedAsync(Booking booking, CancellationToken cancel)
    {
        var file = await OfAsync(booking, cancel);
        Queue(file, MailKind.Challenge, file.Facts with { EndsAt = booking.ChallengeEndsAt });
    }

    /// <summary>Its option is over; what else is free.</summary>
    public async Task LapsedAsync(Booking booking, CancellationToken cancel)
    {
        var file = await OfAsync(booking, cancel);
        Queue(file, MailKind.OptionLapsed, file.Facts with { OptionOn = booking.OptionOn, Alternatives = await AlternativesAsync(booking, booking.Functions, cancel) });
    }

    /// <summary>A definite booking took its room; what else is free.</summary>
    public async Task DisplacedAsync(Booking booking, IReadOnlyCollection<Function> displaced, CancellationToken cancel)
    {
        var file = await OfAsync(booking, cancel);
        Queue(file, MailKind.Displaced, file.Facts with { WaitingFor = [.. displaced.Select(function => Sentence.Typed(function.Name))], Alternatives = await AlternativesAsync(booking, displaced, cancel) });
    }

    /// <summary>It gave its option back.</summary>
    public async Task ReleasedAsync(Booking booking, CancellationToken cancel)
    {
        var file = await OfAsync(booking, cancel);
        Queue(file, MailKind.OptionReleased, file.Facts);
    }

    /// <summary>A function does not take place; its invitation is taken back.</summary>
    public async Task FunctionCancelledAsync(Booking booking, Function function, string reason, Money? fee, CancellationToken cancel)
    {
        if (booking.Status is not (BookingStatus.Tentative or BookingStatus.Definite or BookingStatus.Actual)) return;
        var file = await OfAsync(booking, cancel);
        Queue(file, MailKind.FunctionCancelled, file.Facts with { Reason = reason, Fee = fee, WaitingFor = [Sentence.Typed(function.Name)] });
        if (booking.Status == BookingStatus.Tentative) return; // nobody was invited yet
        var space = await DeskQueries.SpaceNamesAsync(db, [function.SpaceId], cancel);
        var row = QuoteDesk.Row(function, space.Values.FirstOrDefault() ?? "", file.Facts.Hotel);
        Queue(file, MailKind.FunctionInvite, file.Facts with { Programme = [], Invite = new InviteSheet(row, function.InviteSequence, Cancelled: true, $"{booking.Reference} {booking.Name}") }, Guests(file));
    }

    /// <summary>One of its dates is near. Where the house alone has to act, the client is told nothing.</summary>
    public async Task RemindAsync(Booking booking, Deadline deadline, CancellationToken cancel)
    {
        if (deadline.Kind is DeadlineKind.BlockReview) return;
        var file = await OfAsync(booking, cancel);
        Queue(file, MailKind.Reminder, file.Facts with { Deadline = new DeadlineRow(deadline.Text, deadline.DueOn, deadline.At) });
    }

    /// <summary>The house accepted the number that the client sent, or says why not.</summary>
    public async Task NumberAnsweredAsync(Booking booking, SentNumber sent, CancellationToken cancel)
    {
        var file = await OfAsync(booking, cancel);
        var function = booking.Functions.Single(function => function.Id == sent.FunctionId);
        Queue(file, MailKind.NumberAnswered, file.Facts with { Approved = sent.Status == SentNumberStatus.Accepted, Reason = sent.Answer, WaitingFor = [$"{sent.People} people: {function.Name}"] });
    }

    /// <summary>What else is free at the same time, or near it, for functions that lost their room.</summary>
    private async Task<IReadOnlyList<Sentence>> AlternativesAsync(Booking booking, IEnumerable<Function> functions, CancellationToken cancel)
    {
        var property = await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel);
        var now = clock.GetCurrentInstant();
        var wanted = functions.Where(function => function is { IsCancelled: false, SpaceId: not null } && function.StartsAt > now).OrderBy(function => function.Start).ToList();
        if (wanted.Count == 0) return [];
        var spaces = await db.SpacesWhole().AsNoTracking().Where(space => space.PropertyId == property.Id && !space.IsRetired).ToListAsync(cancel);
        var taken = await TakenQueries.NamedAsync(db, property.Id, wanted.Min(function => function.OccupiedFrom) - SpaceSearch.Reach, wanted.Max(function => function.OccupiedUntil) + SpaceSearch.Reach, cancel);
        var found = new List<Sentence>();
        foreach (var function in wanted)
        {
            var asked = new SpaceQuestion(function.Style, function.Expected, function.StartsAt, function.EndsAt, new(function.SetUpMinutes, function.TearDownMinutes), OwnBookingId: booking.Id, IsExclusive: function.IsExclusive);
            var answers = SpaceSearch.Search(asked, spaces, taken);
            found.AddRange(answers.Where(answer => answer is { Fits: true, Warns: false }).Take(MostAlternatives).Select(answer => (Sentence)$"{function.Name}, {function.Start.Date}: {answer.Space.Name} is free"));
            if (answers.FirstOrDefault(answer => answer.Space.Id == function.SpaceId)?.Repairs.OfType<SpaceRepair.Shift>().FirstOrDefault() is { } shift)
                found.Add($"{function.Name}, {function.Start.Date}: the same space is free at {function.Start.PlusMinutes(shift.Minutes).TimeOfDay}");
        }

        return found;
    }
}
