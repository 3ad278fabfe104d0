namespace HotelCorporate.Domain.Accounts;

/// <summary>What the rows of a file have named so far: kept from piece to piece of it.</summary>
public sealed class NamedRecords
{
    /// <summary>Companies that rows have named.</summary>
    public HashSet<int> Companies { get; } = [];

    /// <summary>People that rows have named, or that they made.</summary>
    public HashSet<int> People { get; } = [];

    /// <summary>Companies that the file made.</summary>
    public HashSet<int> Made { get; } = [];
}

/// <summary>Companies by what they are known by, for the rows of a file: those that stand, and those that the file itself made.</summary>
public sealed class CompanyIndex
{
    private readonly Dictionary<string, List<Account>> _byMark = new(StringComparer.Ordinal);
    private readonly HashSet<Account> _ofFile = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, Account> _ids = [];
    private readonly NamedRecords _named;

    public CompanyIndex(NamedRecords named) => _named = named;

    public bool Has(int id) => _ids.ContainsKey(id);

    public Account? ById(int id) => _ids.GetValueOrDefault(id);

    /// <param name="isOfFile">Whether the file itself made it.</param>
    public void Add(Account account, bool isOfFile = false)
    {
        isOfFile |= _named.Made.Contains(account.Id);
        if (account.Id > 0) _ids[account.Id] = account;
        if (isOfFile) _ofFile.Add(account);
        foreach (var mark in Marks(CompanyMarks.Of(account)))
        {
            if (!_byMark.TryGetValue(mark, out var known)) _byMark[mark] = known = [];
            if (!known.Contains(account)) known.Add(account);
        }
    }

    public bool IsOfFile(Account account) => _ofFile.Contains(account);

    /// <summary>Whether no row above has named it; from now on one has.</summary>
    public bool IsFirstTime(Account account) => !IsOfFile(account) && _named.Companies.Add(account.Id);

    /// <inheritdoc cref="IsFirstTime(Account)"/>
    public bool IsFirstTime(Contact contact) => contact.Id > 0 && _named.People.Add(contact.Id);

    /// <summary>The company that has most in common with a row, its name before all. What the file itself made is known by its name or VAT number alone: two companies of one file may share an address.</summary>
    public Account? Find(CompanyMarks marks, bool ofFileAlone) =>
        Marks(marks).SelectMany(mark => _byMark.GetValueOrDefault(mark, [])).Distinct()
            .Where(account => IsOfFile(account) ? Known(marks, account) : !ofFileAlone)
            .OrderBy(account => account.CoreName == marks.CoreName ? 0 : 1).ThenByDescending(account => marks.SharedWith(CompanyMarks.Of(account)).Count).ThenBy(account => account.Id == 0 ? int.MaxValue : account.Id)
            .FirstOrDefault(account => marks.SharedWith(CompanyMarks.Of(account)).Count > 0);

    private static bool Known(CompanyMarks marks, Account account) =>
        marks.CoreName.Length == 0 || account.CoreName == marks.CoreName || (marks.VatNumber.Length > 0 && CompanyMarks.Bare(account.VatNumber) == CompanyMarks.Bare(marks.VatNumber));

    private static IEnumerable<string> Marks(CompanyMarks marks) =>
        new[] { ("name ", marks.CoreName), ("vat ", CompanyMarks.Bare(marks.VatNumber)) }.Concat(marks.Domains.Select(domain => ("domain ", domain))).Concat(marks.Phones.Select(phone => ("phone ", phone)))
            .Where(mark => mark.Item2.Length > 0).Select(mark => mark.Item1 + mark.Item2);
}
