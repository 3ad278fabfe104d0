namespace HotelCorporate.Domain.Accounts;

/// <summary>A company that buys, or an agency that books for one. It belongs to the chain.</summary>
public sealed partial class Account
{
    private readonly List<Contact> _contacts = [];

    private Account() { }

    public int Id { get; private set; }

    public string LegalName { get; private set; } = "";

    /// <summary>The name that people use; the legal one when there is no other.</summary>
    public string TradeName { get; private set; } = "";

    /// <summary>For search: folded names, VAT number.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>For finding the same company twice.</summary>
    public string CoreName { get; private set; } = "";

    public string VatNumber { get; private set; } = "";

    public string Street { get; private set; } = "";

    public string City { get; private set; } = "";

    public string PostalCode { get; private set; } = "";

    /// <summary>Two letters of ISO 3166.</summary>
    public string Country { get; private set; } = "";

    /// <summary>The language in which it is written to.</summary>
    public string Language { get; private set; } = "en";

    public bool RequiresPurchaseOrder { get; private set; }

    /// <summary>What the company may owe, in whole units of the hotel's currency; none: it was never set, and nothing is checked.</summary>
    public long? CreditLimit { get; private set; }

    public AccountSource Source { get; private set; }

    /// <summary>The account that sent it here, of a referral whose sender is known.</summary>
    public int? ReferredById { get; private set; }

    /// <summary>Rises at each change; a stale page cannot overwrite a newer one.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<Contact> Contacts => _contacts;

    public NeedsProfile Needs { get; private set; } = NeedsProfile.Unknown;

    /// <exception cref="HouseRuleException">An answer is too long.</exception>
    public void Need(NeedsProfile needs)
    {
        string[] answers = [needs.What, needs.HowOften, needs.When, needs.Size, needs.Budget, needs.Wishes, needs.Objections];
        if (Array.Exists(answers, answer => answer.Length > NeedsProfile.Longest)) throw new HouseRuleException($"An answer has {NeedsProfile.Longest} characters at most.");
        Needs = needs;
        Version++;
    }

    /// <exception cref="HouseRuleException">No name, or a name of over 200 characters; a company that referred it and no referral, or itself.</exception>
    public static Account Open(AccountFacts facts)
    {
        var account = new Account();
        account.Change(facts);
        return account;
    }

    /// <inheritdoc cref="Open"/>
    public void Change(AccountFacts facts)
    {
        var name = (facts.LegalName ?? "").Trim();
        if (name.Length is 0 or > 200) throw new HouseRuleException("Type the company's legal name, 200 characters at most.");
        RefuseSender(facts.Source, facts.ReferredById);
        LegalName = name;
        TradeName = string.IsNullOrWhiteSpace(facts.TradeName) ? name : facts.TradeName.Trim();
        VatNumber = (facts.VatNumber ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        Street = facts.Street?.Trim() ?? "";
        City = facts.City?.Trim() ?? "";
        PostalCode = facts.PostalCode?.Trim() ?? "";
        Country = (facts.Country ?? "").Trim().ToUpperInvariant();
        if (!VatForm.Fits(VatNumber, Country)) throw new HouseRuleException($"A VAT number of {Country} does not look like {VatNumber}. Correct it, or leave it empty.") { Field = nameof(VatNumber) };
        foreach (var contact in _contacts) contact.PhoneKey = PhoneNumber.E164(contact.Phone, Country);
        Language = facts.Language ?? "en";
        RequiresPurchaseOrder = facts.RequiresPurchaseOrder;
        if (facts.CreditLimit is < 0 or > 1_000_000_000) throw new HouseRuleException("A credit limit is between 0 and 1,000,000,000.");
        CreditLimit = facts.CreditLimit;
        (Source, ReferredById) = (facts.Source, facts.ReferredById);
        SearchText = $"{FoldedName.Of(LegalName)} {FoldedName.Of(TradeName)} {VatNumber.ToLowerInvariant()} {FoldedName.Of(City)}";
        CoreName = FoldedName.Core(LegalName);
        Version++;
    }

    /// <summary>Who gets the hotel's letters: the one who decides, else the one who books, else the first with an address; none when nobody has one.</summary>
    public Contact? Reader() => _contacts.Where(contact => contact.IsReached)
        .OrderBy(contact => contact.Part switch { ContactPart.DecisionMaker => 0, ContactPart.Booker => 1, _ => 2 }).ThenBy(contact => contact.Id).FirstOrDefault();

    private void RefuseSender(AccountSource source, int? sender)
    {
        if (sender is null) return;
        if (source != AccountSource.Referral) throw new HouseRuleException("Only a referral has a company that sent it. Choose referral, or no company.");
        if (sender == Id) throw new HouseRuleException("A company cannot have referred itself. Choose another.");
    }

    public void Add(Contact contact)
    {
        if (string.IsNullOrWhiteSpace(contact.Name)) throw new HouseRuleException("Type the contact's name.");
        if (contact.PhoneKey.Length == 0) contact.PhoneKey = PhoneNumber.E164(contact.Phone, Country);
        _contacts.Add(contact);
        Version++;
    }
}
