using NodaTime;

namespace HotelCorporate.Domain.Accounts;

/// <content>How far the house trusts a company, and what a manager says of it.</content>
public sealed partial class Account
{
    /// <summary>Letters that a reason or a piece of evidence has at most.</summary>
    public const int LongestText = 500;

    /// <summary>The judgement of the manager is given in points up to this.</summary>
    public const int MostJudgement = 10;

    public Reliability Reliability { get; private set; }

    /// <summary>What it was concluded from.</summary>
    public string Evidence { get; private set; } = "";

    public int? CheckedById { get; private set; }

    public LocalDate? CheckedOn { get; private set; }

    /// <summary>When somebody looks again; a task.</summary>
    public LocalDate? NextCheckOn { get; private set; }

    /// <summary>Days in which it pays; none: the agreement's or the hotel's.</summary>
    public int? CreditDays { get; private set; }

    public int? CreditApprovedById { get; private set; }

    public LocalDate? CreditApprovedOn { get; private set; }

    /// <summary>What stands behind the credit: a bank guarantee, a card, a deposit.</summary>
    public string Guarantee { get; private set; } = "";

    /// <summary>When the credit is looked over; a task.</summary>
    public LocalDate? CreditReviewOn { get; private set; }

    /// <summary>Points of the manager for the score, 0 to 10; none: not judged.</summary>
    public int? Judgement { get; private set; }

    /// <summary>The segment that a manager pinned against the rule; none: the rule's.</summary>
    public Segment? PinnedSegment { get; private set; }

    public string PinReason { get; private set; } = "";

    public int? PinnedById { get; private set; }

    public LocalDate? PinnedOn { get; private set; }

    /// <exception cref="HouseRuleException">No evidence, or the next check is over.</exception>
    public void Check(Reliability reliability, string? evidence, LocalDate? nextCheckOn, int? by, LocalDate today)
    {
        var text = Text(evidence, nameof(Evidence), wanted: reliability != Reliability.Unchecked, "Say what this is concluded from: a register, a payment, what was seen.");
        if (nextCheckOn <= today) throw new HouseRuleException("The next check is on a later day than today.") { Field = nameof(NextCheckOn) };
        if (reliability is Reliability.Watch && nextCheckOn is null) throw new HouseRuleException("Say on which day somebody looks at it again.") { Field = nameof(NextCheckOn) };
        (Reliability, Evidence, NextCheckOn, CheckedById, CheckedOn) = (reliability, text, nextCheckOn, by, today);
        Version++;
    }

    /// <param name="limit">In whole units of the hotel's currency; none: nothing is checked.</param>
    /// <exception cref="HouseRuleException">A limit or terms that nobody gives, or the review is over.</exception>
    public void GiveCredit(long? limit, int? days, string? guarantee, LocalDate? reviewOn, int? by, LocalDate today)
    {
        if (limit is < 0 or > 1_000_000_000) throw new HouseRuleException("A credit limit is between 0 and 1,000,000,000.") { Field = nameof(CreditLimit) };
        if (days is < 0 or > 365) throw new HouseRuleException("Terms are between 0 and 365 days.") { Field = nameof(CreditDays) };
        if (reviewOn <= today) throw new HouseRuleException("The review is on a later day than today.") { Field = nameof(CreditReviewOn) };
        (CreditLimit, CreditDays, Guarantee, CreditReviewOn) = (limit, days, Text(guarantee, nameof(Guarantee)), reviewOn);
        ApproveCredit(by, today);
        Version++;
    }

    /// <summary>Whoever set the limit stands beside it.</summary>
    public void ApproveCredit(int? by, LocalDate today) => (CreditApprovedById, CreditApprovedOn) = (CreditLimit is null ? null : by, CreditLimit is null ? null : today);

    public void Judge(int? points)
    {
        if (points is < 0 or > MostJudgement) throw new HouseRuleException($"The judgement is between 0 and {MostJudgement} points.") { Field = nameof(Judgement) };
        Judgement = points;
        Version++;
    }

    /// <exception cref="HouseRuleException">No reason.</exception>
    public void Pin(Segment segment, string? reason, int? by, LocalDate today)
    {
        (PinReason, PinnedSegment, PinnedById, PinnedOn) = (Text(reason, nameof(PinReason), wanted: true, "Say why this company belongs to another segment than the rule says."), segment, by, today);
        Version++;
    }

    /// <summary>The rule decides again.</summary>
    public void Unpin()
    {
        (PinReason, PinnedSegment, PinnedById, PinnedOn) = ("", null, null, null);
        Version++;
    }

    /// <summary>The segment that holds, with its reason: the pinned one, otherwise the rule's.</summary>
    public (Segment Segment, Sentence Reason) SegmentBy(AccountYear year)
    {
        var (ruled, why) = Segments.Of(year);
        return PinnedSegment is { } pinned ? (pinned, $"pinned on {PinnedOn!.Value}: {PinReason} (by rule {ruled}: {why})") : (ruled, why);
    }

    /// <summary>The name of a person falls out of what is noted about the company.</summary>
    /// <returns>Whether it stood there.</returns>
    public bool Forget(string name, string pseudonym)
    {
        var before = (Evidence, PinReason, Guarantee, Needs);
        (Evidence, PinReason, Guarantee) = (Without(Evidence), Without(PinReason), Without(Guarantee));
        Needs = new NeedsProfile(Without(Needs.What), Without(Needs.HowOften), Without(Needs.When), Without(Needs.Size), Without(Needs.Budget), Without(Needs.Wishes), Without(Needs.Objections));
        if (before == (Evidence, PinReason, Guarantee, Needs)) return false;
        Version++;
        return true;

        string Without(string text) => NameInText.Replaced(text, name, pseudonym);
    }

    private static string Text(string? typed, string field, bool wanted = false, string ask = "")
    {
        var text = typed?.Trim() ?? "";
        if (wanted && text.Length == 0) throw new HouseRuleException(ask) { Field = field };
        return text.Length <= LongestText ? text : throw new HouseRuleException($"{LongestText} characters at most.") { Field = field };
    }
}
