using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Loyalty;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>Keeps the points of companies in line with their contracts and final invoices. Whatever changes one of these asks here in its own transaction; the caller saves.</summary>
public sealed class LoyaltyDesk(HotelDb db, IClock clock)
{
    private const int TierMonths = 12;

    /// <summary>Where a company stands; none when it takes no part, or the hotel sells in another currency than the programme.</summary>
    /// <param name="bookingId">What this booking has spent already, it may spend again.</param>
    public async Task<LoyaltyStanding?> StandingAsync(int accountId, Currency currency, LocalDate today, int? bookingId, CancellationToken cancel)
    {
        if (await db.LoyaltyMembers.AsNoTracking().SingleOrDefaultAsync(member => member.AccountId == accountId, cancel) is not { TakesPart: true } member) return null;
        if (await db.LoyaltyProgrammes.AsNoTracking().SingleOrDefaultAsync(cancel) is not { Rules.IsOpen: true } programme || programme.Currency != currency) return null;
        var spent = bookingId is { } id ? await SpentAsync(id, cancel) : 0;
        return new LoyaltyStanding(programme.Rules, member.Points + spent, await RevenueAsync(accountId, currency, today, cancel));
    }

    /// <summary>A contract takes the points that its client spends, and gives back what an earlier one took; one that is withdrawn gives all back.</summary>
    /// <param name="contract">That holds now; none: nothing is spent.</param>
    /// <exception cref="HouseRuleException">There are not as many points any more.</exception>
    public async Task FollowAsync(Booking booking, Quote? contract, Actor actor, CancellationToken cancel)
    {
        var (spent, wanted) = (await SpentAsync(booking.Id, cancel), contract?.Points ?? 0);
        await SpendAsync(booking, wanted - spent, invoiceId: null, actor, cancel);
    }

    /// <summary>The final invoice earns points, and gives those back that it did not use.</summary>
    /// <param name="used">Points that its allowances have used.</param>
    public async Task InvoicedAsync(Invoice final, Booking booking, int used, Actor actor, CancellationToken cancel)
    {
        await SpendAsync(booking, used - await SpentAsync(booking.Id, cancel), final.Id, actor, cancel);
        if (await StandingAsync(booking.AccountId, final.Currency, final.IssuedOn, bookingId: null, cancel) is not { } standing) return;
        List<InvoiceLine> earning = [.. final.Lines.Where(line => line.Role is InvoiceLineRole.Supply or InvoiceLineRole.Allowance && standing.Rules.EarnsOn.Contains(line.RevenueClass))];
        var revenue = LineNets.Of(final.TaxMode, final.Currency, earning.ConvertAll(line => line.ToSum())).Sum(final.Currency);
        if (revenue.MinorUnits <= 0) return;
        await BookAsync(new LoyaltyEntry(booking.AccountId, LoyaltyEntryKind.Earned, standing.Rules.PointsFor(revenue, standing.Tier), final.IssuedOn, clock.GetCurrentInstant())
        {
            RevenueUnits = revenue.MinorUnits, BookingId = booking.Id, InvoiceId = final.Id,
        }, actor, cancel);
    }

    /// <summary>A credit note takes back what its invoice earned.</summary>
    public async Task CreditedAsync(Invoice credit, Actor actor, CancellationToken cancel)
    {
        if (await db.LoyaltyEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.InvoiceId == credit.CorrectsId && entry.Kind == LoyaltyEntryKind.Earned, cancel) is not { } earned) return;
        await BookAsync(new LoyaltyEntry(earned.AccountId, LoyaltyEntryKind.Earned, -earned.Points, credit.IssuedOn, clock.GetCurrentInstant())
        {
            RevenueUnits = -earned.RevenueUnits, BookingId = earned.BookingId, InvoiceId = credit.Id, AgesFrom = earned.AgesFrom,
        }, actor, cancel);
    }

    /// <exception cref="HouseRuleException">There is no reason, or there are not as many points.</exception>
    public async Task AdjustAsync(LoyaltyMember member, int points, string why, LocalDate today, Actor actor, CancellationToken cancel) =>
        await BookAsync(new LoyaltyEntry(member.AccountId, LoyaltyEntryKind.Adjusted, points, today, clock.GetCurrentInstant(), why), actor, cancel);

    /// <summary>Points that were not spent in time lapse; each company in its own save.</summary>
    public async Task LapseAsync(CancellationToken cancel)
    {
        if (await db.LoyaltyProgrammes.AsNoTracking().SingleOrDefaultAsync(cancel) is not { Rules: { IsOpen: true, MonthsValid: { } months } }) return;
        var now = clock.GetCurrentInstant();
        var today = now.InUtc().Date;
        var until = today.PlusMonths(-months).PlusDays(-1);
        foreach (var accountId in await db.LoyaltyMembers.Where(member => member.Points > 0 && db.LoyaltyEntries.Any(entry => entry.AccountId == member.AccountId && entry.AgesFrom <= until && entry.Points > 0)).Select(member => member.AccountId).ToListAsync(cancel))
        {
            await using var turn = await db.BeginWriteAsync(cancel);
            var member = await db.LoyaltyMembers.SingleAsync(member => member.AccountId == accountId, cancel); // before the entries: who books one meanwhile changes it
            var tooOld = LoyaltyEntry.TooOld(await db.LoyaltyEntries.AsNoTracking().Where(entry => entry.AccountId == accountId).ToListAsync(cancel), until);
            if (Math.Min(tooOld, member.Points) is var lapsing && lapsing > 0) await BookAsync(new LoyaltyEntry(accountId, LoyaltyEntryKind.Lapsed, -lapsing, today, now), Actor.Clock, cancel);
            try
            {
                await db.SaveChangesAsync(cancel);
                await turn.CommitAsync(cancel);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Points came or went at this very moment; the next minute looks again.
            }

            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Revenue of every company that counted in the last twelve months, in minor units.</summary>
    public async Task<IReadOnlyDictionary<int, long>> RevenuesAsync(LocalDate today, CancellationToken cancel)
    {
        var since = today.PlusMonths(-TierMonths);
        return await db.LoyaltyEntries.Where(entry => entry.On > since).GroupBy(entry => entry.AccountId).Select(group => new { group.Key, Units = group.Sum(entry => entry.RevenueUnits) }).ToDictionaryAsync(row => row.Key, row => row.Units, cancel);
    }

    private async Task<Money> RevenueAsync(int accountId, Currency currency, LocalDate today, CancellationToken cancel)
    {
        var since = today.PlusMonths(-TierMonths);
        return new Money(await db.LoyaltyEntries.Where(entry => entry.AccountId == accountId && entry.On > since).SumAsync(entry => entry.RevenueUnits, cancel), currency);
    }

    /// <summary>Points that a booking has taken and not given back.</summary>
    private async Task<int> SpentAsync(int bookingId, CancellationToken cancel) =>
        -await db.LoyaltyEntries.Where(entry => entry.BookingId == bookingId && (entry.Kind == LoyaltyEntryKind.Spent || entry.Kind == LoyaltyEntryKind.Returned)).SumAsync(entry => entry.Points, cancel);

    private async Task SpendAsync(Booking booking, int more, int? invoiceId, Actor actor, CancellationToken cancel)
    {
        if (more == 0) return;
        var on = (await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel)).Today(clock.GetCurrentInstant());
        await BookAsync(new LoyaltyEntry(booking.AccountId, more > 0 ? LoyaltyEntryKind.Spent : LoyaltyEntryKind.Returned, -more, on, clock.GetCurrentInstant()) { BookingId = booking.Id, InvoiceId = invoiceId }, actor, cancel);
    }

    private async Task BookAsync(LoyaltyEntry entry, Actor actor, CancellationToken cancel)
    {
        var member = (await db.LoyaltyMembers.FindAsync([entry.AccountId], cancel))!; // who asks has often read it
        var before = member.Points;
        db.LoyaltyEntries.Add(member.Book(entry));
        Sentence why = entry.Why.Length > 0 ? Sentence.Typed(entry.Why) : entry.Kind.ToString();
        db.Note(actor, clock.GetCurrentInstant(), nameof(Account), entry.AccountId, "loyalty points", $"{before}", $"{member.Points}", why);
    }
}
