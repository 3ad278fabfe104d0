using HotelCorporate.Domain.Accounts;
using NodaTime;

namespace HotelCorporate.Domain.Quotes;

/// <content>Who accepted it, and whom its words name.</content>
public sealed partial class Quote
{
    private const int LongestRemarks = 2_000;
    private const int LongestReason = 1_000;

    /// <summary>Whoever accepted stands here by a pseudonym from now on; the day, the hash of what was seen and the time stay.</summary>
    public void ForgetAcceptor(string pseudonym)
    {
        if (Acceptance is not { } acceptance) throw new HouseRuleException("Nobody has accepted this offer.");
        Acceptance = acceptance with { Name = pseudonym };
        Version++;
    }

    /// <summary>The last day on which its remarks stay as they are: they are part of what was sent, and sealed by its hash. None: it was never sent.</summary>
    public LocalDate? SealedUntil(int years) => SentAt is { } sent ? sent.InUtc().Date.PlusYears(years) : null;

    /// <summary>The name of a person falls out of the remarks, unless they are still kept as they were sent, out of what the seller asked for, and out of why the client declined.</summary>
    public void Forget(string name, string pseudonym, bool isKept)
    {
        if (!isKept) _remarks = Without(_remarks, LongestRemarks);
        if (_request is { } asked) _request = asked with { Remarks = Without(asked.Remarks, LongestRemarks), DiscountReason = Without(asked.DiscountReason, LongestReason) };
        if (DeclinedBecause is { } because) DeclinedBecause = Without(because, LongestReason);
        Version++;

        string Without(string text, int longest) => NameInText.Replaced(text, name, pseudonym) is var left && left.Length > longest ? left[..longest] : left;
    }
}
