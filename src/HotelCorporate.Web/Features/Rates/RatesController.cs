using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Rates;

/// <summary>What would this company pay for these nights? Answered while the client is on the telephone; what it does not get is kept.</summary>
[Authorize(Policy = Policies.Events)]
[Route("rates")]
public sealed class RatesController(HotelDb db, AgreementsInForce agreements, CurrentProperty hotel, IClock clock) : HotelController
{
    private const string Page = "~/Features/Rates/Index.cshtml";

    /// <summary>The answer to a question; its address can be kept. Nothing is stored.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(RateQuery query, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(Page, await PageAsync(query, cancel));
    }

    /// <summary>Asks: nights that cannot be had are noted as refused, once a day.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Ask(RateQuery query, CancellationToken cancel)
    {
        if (await CheckAsync(query, cancel) is not { } accountId) return Refused(await PageAsync(query, cancel), Page);
        query.AccountId = accountId;
        var answer = (await AnswerAsync(query, cancel))!;
        await NoteAsync(answer, query, answer.Nights.Where(night => night.Rate.Unavailable is not null), null, cancel);
        return LocalRedirect(query.Address(accountId));
    }

    /// <summary>The client was not given what could be had: each night is noted, and under last room availability it is the hotel's breach.</summary>
    [OncePerForm]
    [HttpPost("refuse")]
    public async Task<IActionResult> NotGiven(RateQuery query, string? reason, CancellationToken cancel)
    {
        if (await CheckAsync(query, cancel) is not { } accountId) return Refused(await PageAsync(query, cancel), Page);
        query.AccountId = accountId;
        var answer = (await AnswerAsync(query, cancel))!;
        try
        {
            await NoteAsync(answer, query, answer.Nights, reason, cancel);
        }
        catch (HouseRuleException refusal)
        {
            db.ChangeTracker.Clear();
            Refuse("reason", refusal.Sentence);
            return Refused(await PageAsync(query, cancel), Page);
        }

        Say("It is noted that these nights were not given.");
        return LocalRedirect(query.Address(accountId));
    }

    /// <summary>The company that is meant, when the whole question can be answered; what is wrong stands at its field otherwise.</summary>
    private async Task<int?> CheckAsync(RateQuery query, CancellationToken cancel)
    {
        if (query.AccountId is null && ModelState[nameof(query.AccountId)] is not { Errors.Count: > 0 }) ModelState.AddModelError(nameof(query.AccountId), "Type the company's name, or a part of it.");
        if (!await db.RoomTypes.AnyAsync(type => type.Id == query.RoomTypeId, cancel)) ModelState.AddModelError(nameof(query.RoomTypeId), "Choose a room type.");
        if (query.Arrival is null && ModelState[nameof(query.Arrival)] is not { Errors.Count: > 0 }) ModelState.AddModelError(nameof(query.Arrival), "Type the day of arrival.");
        if (query.Nights is null or < 1 or > RateQuery.MostNights && ModelState[nameof(query.Nights)] is not { Errors.Count: > 0 }) Refuse(nameof(query.Nights), $"A stay has 1 to {RateQuery.MostNights} nights.");
        return ModelState.IsValid ? query.AccountId : null;
    }

    private async Task NoteAsync(RatesPage.Answered answer, RateQuery query, IEnumerable<StayNight> nights, string? reason, CancellationToken cancel)
    {
        var (now, last) = (clock.GetCurrentInstant(), query.Arrival!.Value.PlusDays(query.Nights!.Value));
        var today = answer.Hotel.Today(now);
        var noted = answer.Refused.Select(refusal => refusal.Night).ToHashSet();
        var refused = nights.Where(night => !noted.Contains(night.Night) && answer.Facts.Bars.ContainsKey(night.Night)).Select(night => new RateRefusal(
            new RateQuestion(answer.Facts.Accounts, answer.Hotel.Id, answer.Type.Id, query.Occupancy, night.Night, query.Arrival.Value, query.Nights.Value, today),
            night.Rate, night.Free, reason, Me.UserId, now)).ToList();
        if (refused.Count == 0) return;
        db.RateRefusals.AddRange(refused);
        Sentence why = reason is null ? refused[0].Reason : Sentence.Typed(reason.Trim());
        db.Note(Me, now, nameof(Account), answer.Account.Id, "nights refused", to: $"{answer.Type.Name}, {query.Arrival.Value} - {last}: {refused.Count} nights", why: why);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<RatesPage> PageAsync(RateQuery query, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var hotels = await hotel.ChoicesAsync(cancel);
        var types = await db.RoomTypes.AsNoTracking().OrderBy(type => type.PropertyId != property.Id).ThenBy(type => type.PropertyId).ThenBy(type => type.Id).ToListAsync(cancel);
        var answer = ModelState.IsValid ? await AnswerAsync(query, cancel) : null;
        return new RatesPage(query, hotels, types, property.Today(clock.GetCurrentInstant()), answer);
    }

    /// <summary>Null while something is missing.</summary>
    private async Task<RatesPage.Answered?> AnswerAsync(RateQuery query, CancellationToken cancel)
    {
        if (query is not { AccountId: { } accountId, Arrival: { } arrival, Nights: >= 1 and <= RateQuery.MostNights and { } nights }) return null;
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == accountId, cancel);
        var type = await db.RoomTypes.AsNoTracking().SingleOrDefaultAsync(type => type.Id == query.RoomTypeId, cancel);
        if (account is null || type is null) return null;
        var property = await DeskQueries.PropertyAsync(db, type.PropertyId, cancel);
        var (today, last) = (property.Today(clock.GetCurrentInstant()), arrival.PlusDays(nights - 1));
        var facts = await agreements.ReadAsync(accountId, type, arrival, last, today, cancel);
        var stay = Enumerable.Range(0, nights).Select(arrival.PlusDays).Select(night => new StayNight(night, facts.Free(night), AgreementsInForce.Answer(facts, type, query.Occupancy, arrival, nights, night, today))).ToList();
        var refused = await db.RateRefusals.AsNoTracking().Where(refusal => refusal.AccountId == accountId && refusal.RoomTypeId == type.Id && refusal.Occupancy == query.Occupancy
            && refusal.AskedOn == today && refusal.Night >= arrival && refusal.Night <= last).OrderBy(refusal => refusal.Night).ToListAsync(cancel);
        return new RatesPage.Answered(account, type, property, stay, facts, Competing(facts, property, stay), refused);
    }

    /// <summary>In the order in which they are asked; each with the reason why the one before comes first.</summary>
    private static List<(Agreement, Sentence?)> Competing(RateFacts facts, Property property, IReadOnlyList<StayNight> nights)
    {
        var inForce = nights.SelectMany(night => AgreementRank.InForce(facts.Accounts, property.Id, night.Night, property.Currency, facts.Agreements)).DistinctBy(agreement => agreement.Id).ToList();
        inForce.Sort((a, b) => AgreementRank.Compare(a, b, facts.Accounts));
        return [.. inForce.Select((agreement, i) => (agreement, i == 0 ? null : AgreementRank.WhyBefore(inForce[i - 1], agreement, facts.Accounts)))];
    }
}
