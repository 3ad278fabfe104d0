using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Accounts;

/// <summary>How far a company is trusted, as it is typed.</summary>
public sealed class TrustForm
{
    public Reliability Reliability { get; set; }

    public string? Evidence { get; set; }

    public LocalDate? NextCheckOn { get; set; }
}

/// <summary>The credit of a company as it is typed.</summary>
public sealed class CreditForm
{
    public long? CreditLimit { get; set; }

    public int? CreditDays { get; set; }

    public string? Guarantee { get; set; }

    public LocalDate? CreditReviewOn { get; set; }
}

/// <summary>What a company is worth, how far it is trusted, and what it would owe.</summary>
/// <param name="Exposures">In each currency that it has bookings in.</param>
/// <param name="People">Names of those who checked, approved or pinned, by id.</param>
public sealed record TrustPage(
    Account Account, AccountScore Score, Segment Segment, Sentence SegmentReason, IReadOnlyList<TrustPage.Exposed> Exposures, IReadOnlyDictionary<int, string> People, bool MaySetCredit, bool HasGroup, int PaymentDays)
{
    /// <param name="Group">Of the company and all that belongs to it.</param>
    public sealed record Exposed(CreditExposure Own, CreditExposure Group)
    {
        public Currency Currency => Own.Currency;
    }
}

/// <summary>Worth and trust of a company.</summary>
[Authorize(Policy = Policies.Events)]
[Route("accounts/{accountId:int}/trust")]
public sealed class AccountTrustController(HotelDb db, AccountScores scores, AccountYears years, AccountCredit credit, DecisionRights rights, CurrentProperty hotel, IClock clock) : AccountPart(db, hotel, clock)
{
    private const string Shown = "~/Features/Accounts/Trust.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Index(int accountId, CancellationToken cancel) => await FindAsync(accountId, cancel) is { } account ? View(Shown, await PageAsync(account, cancel)) : NotFound();

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("reliability")]
    public Task<IActionResult> Check(int accountId, TrustForm form, CancellationToken cancel) => ChangeAsync(accountId, async (account, today) =>
    {
        var was = account.Reliability;
        account.Check(form.Reliability, form.Evidence, form.NextCheckOn, Me.UserId, today);
        await RemindAsync(account, $"Check the reliability of {account.TradeName} again", form.NextCheckOn, cancel);
        Note(accountId, "check reliability", was.ToString(), form.Reliability.ToString(), Sentence.Typed(account.Evidence));
    }, cancel);

    /// <summary>Whoever may approve credit gives it.</summary>
    [Authorize(Policy = Policies.Sales)]
    [HttpPost("credit")]
    public async Task<IActionResult> Credit(int accountId, CreditForm form, CancellationToken cancel)
    {
        if (!await MaySetCreditAsync(cancel)) ModelState.AddModelError(nameof(form.CreditLimit), "Only who may approve credit sets a company's credit limit. Ask a sales manager.");
        return await ChangeAsync(accountId, async (account, today) =>
        {
            var (limit, days) = (account.CreditLimit, account.CreditDays);
            account.GiveCredit(form.CreditLimit, form.CreditDays, form.Guarantee, form.CreditReviewOn, Me.UserId, today);
            await RemindAsync(account, $"Review the credit of {account.TradeName}", form.CreditReviewOn, cancel);
            Note(accountId, $"change {(Sentence)nameof(Account.CreditLimit)}", $"{limit}", $"{account.CreditLimit}");
            if (days != account.CreditDays) Note(accountId, $"change {(Sentence)nameof(Account.CreditDays)}", $"{days}", $"{account.CreditDays}");
        }, cancel);
    }

    [Authorize(Policy = Policies.SalesManager)]
    [HttpPost("judgement")]
    public Task<IActionResult> Judge(int accountId, int? judgement, CancellationToken cancel) => ChangeAsync(accountId, (account, _) =>
    {
        var was = account.Judgement;
        account.Judge(judgement);
        Note(accountId, $"change {(Sentence)nameof(Account.Judgement)}", $"{was}", $"{judgement}");
        return Task.CompletedTask;
    }, cancel);

    [Authorize(Policy = Policies.SalesManager)]
    [HttpPost("pin")]
    public Task<IActionResult> Pin(int accountId, Segment segment, string? pinReason, CancellationToken cancel) => ChangeAsync(accountId, (account, today) =>
    {
        account.Pin(segment, pinReason, Me.UserId, today);
        Note(accountId, "pin segment", to: segment.ToString(), why: Sentence.Typed(account.PinReason));
        return Task.CompletedTask;
    }, cancel);

    [Authorize(Policy = Policies.SalesManager)]
    [HttpPost("unpin")]
    public Task<IActionResult> Unpin(int accountId, CancellationToken cancel) => ChangeAsync(accountId, (account, _) =>
    {
        Note(accountId, "unpin segment", account.PinnedSegment?.ToString());
        account.Unpin();
        return Task.CompletedTask;
    }, cancel);

    private async Task<IActionResult> ChangeAsync(int accountId, Func<Account, LocalDate, Task> change, CancellationToken cancel)
    {
        if (await FindAsync(accountId, cancel) is not { } account) return NotFound();
        if (ModelState.IsValid)
        {
            try
            {
                await change(account, await TodayAsync(cancel));
                await Db.SaveChangesAsync(cancel);
                return RedirectToAction(nameof(Index), new { accountId });
            }
            catch (HouseRuleException refusal)
            {
                Refuse("", refusal);
            }
        }

        Db.ChangeTracker.Clear();
        return Refused(await PageAsync((await FindAsync(accountId, cancel))!, cancel), Shown);
    }

    private async Task<bool> MaySetCreditAsync(CancellationToken cancel) =>
        (await rights.OfAsync(Me.UserId ?? 0, (await HotelAsync(cancel)).Id, await TodayAsync(cancel), cancel)).Limits.Any(limits => limits.MayApproveCredit);

    private async Task<TrustPage> PageAsync(Account account, CancellationToken cancel)
    {
        var (property, today, family) = (await HotelAsync(cancel), await TodayAsync(cancel), await Db.FamilyAsync(cancel));
        var group = family.Of(account.Id);
        var (year, _, percentile) = await years.StandingAsync(account.Id, group, today, cancel);
        var (segment, reason) = account.SegmentBy(year);
        List<TrustPage.Exposed> exposures = [];
        foreach (var currency in await credit.CurrenciesAsync(group, cancel) is { Count: > 0 } found ? found : [property.Currency])
        {
            var each = await credit.EachAsync(group, currency, cancel);
            exposures.Add(new(each[account.Id], each.Values.Aggregate(CreditExposure.Nothing(currency), (sum, one) => sum + one)));
        }

        var people = await Db.Users.Where(user => user.Id == account.CheckedById || user.Id == account.CreditApprovedById || user.Id == account.PinnedById).ToDictionaryAsync(user => user.Id, user => user.Name, cancel);
        var score = AccountScore.Of(await scores.OfAsync(account, percentile, today, cancel), ScoreWeights.Parse(property.ScoreWeights));
        return new TrustPage(account, score, segment, reason, exposures, people, await MaySetCreditAsync(cancel), group.Count > 1, property.PaymentDays);
    }
}
