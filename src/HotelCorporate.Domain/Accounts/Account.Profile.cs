namespace HotelCorporate.Domain.Accounts;

/// <content>Where a company belongs: its group, its industry, the seller who looks after it.</content>
public sealed partial class Account
{
    private const int MostTags = 12;
    private const int LongestTag = 30;

    public string RegistrationNumber { get; private set; } = "";

    public string Industry { get; private set; } = "";

    public string Region { get; private set; } = "";

    /// <summary>The group that it belongs to; its production and exposure count there too.</summary>
    public int? ParentId { get; private set; }

    /// <summary>The seller who has it in the portfolio.</summary>
    public int? ManagerId { get; private set; }

    /// <summary>With a comma between, in small letters, by the alphabet.</summary>
    public string Tags { get; private set; } = "";

    /// <summary>The account that it was merged into; none: it stands for itself.</summary>
    public int? MergedIntoId { get; private set; }

    public IReadOnlyList<string> TagList => Tags.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <param name="family">All groups of the chain: a company is not its own parent, by however many steps.</param>
    /// <exception cref="HouseRuleException">The parent stands below it, or there are too many tags.</exception>
    public void Describe(AccountProfile profile, Family family)
    {
        if (profile.ParentId is { } parent && Id > 0 && (parent == Id || family.Below(Id).Contains(parent)))
            throw new HouseRuleException("This group stands below the company itself. Choose another parent.") { Field = nameof(ParentId) };
        var tags = (profile.Tags ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(tag => tag.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (tags.Count > MostTags || tags.Exists(tag => tag.Length > LongestTag)) throw new HouseRuleException($"A company has {MostTags} tags at most, each of {LongestTag} letters at most.") { Field = nameof(Tags) };
        (RegistrationNumber, Industry, Region) = (profile.RegistrationNumber?.Trim() ?? "", profile.Industry?.Trim() ?? "", profile.Region?.Trim() ?? "");
        (ParentId, ManagerId, Tags) = (profile.ParentId, profile.ManagerId, string.Join(',', tags));
        if (Id > 0) Version++; // a new one was counted when it was opened
    }

    /// <summary>What a file says of it; group, credit and the like stay.</summary>
    /// <inheritdoc cref="Open"/>
    public void Take(CompanyRecord record)
    {
        Change(new AccountFacts(record.LegalName, record.TradeName, record.VatNumber, record.Street, record.City, record.PostalCode, record.Country, record.Language, RequiresPurchaseOrder, CreditLimit, Source, ReferredById));
        Describe(new AccountProfile(record.RegistrationNumber, record.Industry, record.Region, ParentId, record.ManagerId, record.Tags), Family.None);
    }

    /// <summary>It is the same company as another, which has its history from now on.</summary>
    /// <exception cref="HouseRuleException">It is merged already, or would be merged into itself.</exception>
    public void MergeInto(Account other)
    {
        if (MergedIntoId is not null || other.MergedIntoId is not null) throw new HouseRuleException("One of the two is merged already. Undo that first.");
        if (other.Id == Id) throw new HouseRuleException("A company is not merged with itself. Choose another.");
        MergedIntoId = other.Id;
        Version++;
    }

    /// <summary>It stands for itself again.</summary>
    public void Separate()
    {
        if (MergedIntoId is null) throw new HouseRuleException("This company is not merged.");
        MergedIntoId = null;
        Version++;
    }
}
