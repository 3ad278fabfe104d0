using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Loyalty;

/// <summary>The house's one programme, for all its hotels that sell in its currency.</summary>
public sealed class LoyaltyProgramme
{
    private LoyaltyProgramme() => (CurrencyCode, Rules) = ("", new LoyaltyRules());

    /// <exception cref="HouseRuleException">The rules are out of range.</exception>
    public LoyaltyProgramme(Currency currency, LoyaltyRules rules) => (CurrencyCode, Rules) = (currency.Code, rules.Check());

    public int Id { get; private set; }

    public string CurrencyCode { get; private set; }

    public Currency Currency => Currency.Of(CurrencyCode);

    public LoyaltyRules Rules { get; private set; }

    /// <summary>Rises at each change; a stale page cannot overwrite a newer one.</summary>
    public int Version { get; private set; }

    /// <summary>For what is earned and spent from now on; points that exist stay.</summary>
    public void Change(LoyaltyRules rules)
    {
        Rules = rules.Check();
        Version++;
    }
}
