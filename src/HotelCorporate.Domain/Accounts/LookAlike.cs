namespace HotelCorporate.Domain.Accounts;

/// <summary>What two companies are compared by.</summary>
/// <param name="CoreName">Folded, without the legal form.</param>
/// <param name="Domains">Of the contacts' addresses, free mail providers left out.</param>
/// <param name="Phones">As E.164 has them.</param>
public sealed record CompanyMarks(string CoreName, string VatNumber, IReadOnlyCollection<string> Domains, IReadOnlyCollection<string> Phones)
{
    public static CompanyMarks Of(Account account) => new(
        account.CoreName, account.VatNumber, [.. account.Contacts.Select(contact => contact.Domain).Where(domain => domain.Length > 0).Distinct()],
        [.. account.Contacts.Select(contact => contact.PhoneKey).Where(phone => phone.Length > 0).Distinct()]);

    /// <summary>Why the two may be one company; empty when nothing says so.</summary>
    public IReadOnlyList<Sentence> SharedWith(CompanyMarks other)
    {
        List<Sentence> why = [];
        if (CoreName.Length > 0 && CoreName == other.CoreName) why.Add("the same name but for its legal form");
        if (VatNumber.Length > 0 && Bare(VatNumber) == Bare(other.VatNumber)) why.Add($"the same VAT number {VatNumber}");
        foreach (var domain in Domains.Intersect(other.Domains)) why.Add($"addresses of {domain}");
        foreach (var phone in Phones.Intersect(other.Phones)) why.Add($"the telephone number {phone}");
        return why;
    }

    /// <summary>A VAT number without the letters of its country.</summary>
    internal static string Bare(string number) => number.Length > 2 && char.IsAsciiLetterUpper(number[0]) && char.IsAsciiLetterUpper(number[1]) ? number[2..] : number;
}
