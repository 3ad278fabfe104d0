using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>What was priced, on its way to become a draft.</summary>
/// <param name="Alternative">From 1.</param>
/// <param name="Why">Why it should be approved, when it is over the seller's limits.</param>
public sealed record QuoteWish(QuoteGround Ground, QuoteRequest Asked, PricedQuote Priced, int Revision, int Alternative, string Name = "", string? Why = null)
{
    /// <summary>Functions that its packages bring, and that the programme does not have yet.</summary>
    public IReadOnlyList<PlannedFunction> Brought { get; } = SpawnedFunctions.Of(Asked, Ground.Basis.Packages.ToDictionary(package => package.Id));
}

/// <summary>Makes drafts of offers: from the page, and as copies of the alternatives of an earlier version.</summary>
public sealed class QuoteDrafting(HotelDb db, QuoteGrounds grounds, DecisionRights rights, IClock clock)
{
    /// <summary>The offer as it would be stored; nothing is.</summary>
    /// <exception cref="HouseRuleException">Something of it cannot be.</exception>
    public Quote Make(QuoteWish wish)
    {
        var (ground, asked) = (wish.Ground, wish.Asked);
        var terms = ground.Basis.Agreement?.Terms;
        return new Quote(
            ground.Booking.Id, $"Q-{ground.Booking.Reference}", wish.Revision, ground.Property.TaxMode, ground.Property.Currency,
            Math.Max(1, asked.Functions.Max(function => (int?)function.Planned.People) ?? 1), asked.ValidUntil, wish.Priced.Lines)
        {
            Alternative = wish.Alternative, AlternativeName = wish.Name.Trim(), Programme = [.. asked.Functions.Select(function => function.Planned), .. wish.Brought], Request = asked,
            Remarks = asked.Remarks, Cancellation = terms?.Cancellation is { Length: > 0 } agreed ? agreed : ground.Property.Cancellation, CancellationShares = ground.Property.CancellationShares,
            BedroomTerms = wish.Priced.Lines.Any(line => line.RoomTypeId is not null) ? asked.BedroomTerms : "", ToApprove = Sentence.Join(" ", wish.Priced.ToApprove),
            Deposits = terms?.Deposits is { Length: > 0 } parts ? parts : ground.Property.Deposits, CreatedAt = clock.GetCurrentInstant(),
        };
    }

    /// <summary>What it comes to, for the seller beside the form.</summary>
    /// <param name="quote">As <see cref="Make"/> gave it.</param>
    public async Task<QuoteResult> ResultAsync(QuoteWish wish, Quote quote, Actor actor, CancellationToken cancel) => new(
        quote, wish.Priced, QuoteWorth.Of(quote.Lines, quote.TaxMode, quote.Currency, quote.Persons, Money.Of(wish.Asked.FixedCost, quote.Currency)), wish.Ground.Property.MinimumMargin,
        wish.Asked.Functions.ToDictionary(function => function.Planned.Key, function => function.Planned.Name), await DecidersAsync(wish, actor, cancel));

    /// <summary>Stores it, in the place of the draft that it was made from; asks for an approval where it is over the seller's limits. In the caller's transaction.</summary>
    /// <param name="draft">With its lines and nets; none: a new one.</param>
    public async Task<Quote> KeepAsync(QuoteWish wish, Quote? draft, Actor actor, CancellationToken cancel)
    {
        var (now, fresh) = (clock.GetCurrentInstant(), Make(wish));
        var kept = draft ?? fresh;
        if (draft is null) db.Quotes.Add(fresh);
        else draft.Redraft(fresh);
        await db.SaveChangesAsync(cancel);
        db.Note(actor, now, nameof(Quote), kept.Id, draft is null ? "draft" : "change draft", to: nameof(QuoteStatus.Draft));
        await DropRequestsAsync(kept, now, actor, cancel);
        if (kept.WaitsForApproval)
        {
            db.Approvals.Add(new Approval(ApprovalKind.Price, wish.Ground.Property.Id, wish.Ground.Booking.Id, actor.UserId, now, wish.Why!, $"{kept.Number} version {kept.Revision}, {kept.Gross}: {kept.ToApprove}")
            {
                QuoteId = kept.Id, Discount = wish.Priced.Discount, IsUnderFloor = wish.Priced.IsUnderFloor,
            });
            db.Note(actor, now, nameof(Quote), kept.Id, "ask for approval", why: wish.Why);
        }

        await db.SaveChangesAsync(cancel);
        return kept;
    }

    /// <summary>The other alternatives of the last version that was out are priced again, as drafts beside a new main one.</summary>
    /// <returns>Those that could not be priced any more, or are over the seller's limits, each with the reason: they are left out.</returns>
    public async Task<IReadOnlyList<Sentence>> TakeAlternativesAsync(QuoteGround ground, Quote main, Actor actor, CancellationToken cancel)
    {
        var left = new List<Sentence>();
        foreach (var older in await OthersAsync(main.BookingId, main.Revision, cancel))
        {
            if (older.Request is not { } asked) continue;
            asked = asked with { ValidUntil = main.ValidUntil };
            var priced = await grounds.PriceAsync(ground, asked, cancel);
            if (priced.Refusals is [var (_, why), ..]) left.Add($"{older.Letter}: {why}");
            else if (priced.ToApprove.Count > 0) left.Add($"{older.Letter}: {Sentence.Join(" ", priced.ToApprove)}");
            else await KeepAsync(new QuoteWish(ground, asked, priced, main.Revision, older.Alternative, older.AlternativeName), draft: null, actor, cancel);
        }

        return left;
    }

    /// <summary>The alternatives beside the main one in the last version that was out before another.</summary>
    public async Task<IReadOnlyList<Quote>> OthersAsync(int bookingId, int revision, CancellationToken cancel)
    {
        var sent = await db.Quotes.Where(quote => quote.BookingId == bookingId && quote.Revision < revision && quote.SentAt != null).MaxAsync(quote => (int?)quote.Revision, cancel);
        return await db.Quotes.AsNoTracking().Where(quote => quote.BookingId == bookingId && quote.Revision == sent && quote.Alternative > 1).OrderBy(quote => quote.Alternative).ToListAsync(cancel);
    }

    private async Task<IReadOnlyList<string>> DecidersAsync(QuoteWish wish, Actor actor, CancellationToken cancel)
    {
        if (wish.Priced.ToApprove.Count == 0) return [];
        var asked = new Approval(ApprovalKind.Price, wish.Ground.Property.Id, null, actor.UserId, clock.GetCurrentInstant(), "-", "") { Discount = wish.Priced.Discount, IsUnderFloor = wish.Priced.IsUnderFloor };
        return [.. (await rights.WhoMayAsync([asked], cancel))[asked.Id].Select(person => person.Name)];
    }

    /// <summary>Nobody decides the price of a version that was overtaken before it was sent.</summary>
    private async Task DropRequestsAsync(Quote kept, Instant now, Actor actor, CancellationToken cancel)
    {
        foreach (var asked in await db.Approvals.Where(asked => asked.BookingId == kept.BookingId && asked.Kind == ApprovalKind.Price && asked.Status == ApprovalStatus.Open).ToListAsync(cancel))
        {
            // Alternatives of one version stand beside each other; each waits for its own answer.
            var about = await db.Quotes.AsNoTracking().Where(quote => quote.Id == asked.QuoteId).Select(quote => new { quote.Revision, quote.Alternative }).SingleOrDefaultAsync(cancel);
            if (about is not null && about.Revision == kept.Revision && about.Alternative != kept.Alternative) continue;
            asked.Drop(now);
            db.Note(actor, now, nameof(Quote), asked.QuoteId ?? 0, $"drop request {ApprovalKind.Price}", nameof(ApprovalStatus.Open), nameof(ApprovalStatus.Dropped), $"version {kept.Revision}");
        }
    }
}
