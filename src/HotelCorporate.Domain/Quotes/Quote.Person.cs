namespace HotelCorporate.Domain.Quotes;

/// <content>Who accepted it.</content>
public sealed partial class Quote
{
    /// <summary>Whoever accepted stands here by a pseudonym from now on; the day, the hash of what was seen and the time stay.</summary>
    public void ForgetAcceptor(string pseudonym)
    {
        if (Acceptance is not { } acceptance) throw new HouseRuleException("Nobody has accepted this offer.");
        Acceptance = acceptance with { Name = pseudonym };
        Version++;
    }
}
