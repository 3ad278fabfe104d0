using HotelCorporate.Domain.Imports;

namespace HotelCorporate.Domain.Accounts;

/// <summary>What a row of a file says of a company and of a person of it.</summary>
/// <param name="Company">Its name is empty where the row names none: then the address alone tells it.</param>
/// <param name="NamesPerson">Otherwise the address and the telephone are the company's own.</param>
/// <param name="Website">The host alone.</param>
/// <param name="Notes">Goes into the company's log.</param>
public sealed record IntakeRow(CompanyRecord Company, PersonRecord? Person, bool NamesPerson, string Website = "", string Notes = "")
{
    public CompanyMarks Marks
    {
        get
        {
            string[] domains = [EmailDomain.Of(Person?.Email ?? ""), Website];
            var phone = PhoneNumber.E164(Person?.Phone ?? "", Company.Country);
            return new(Company.LegalName.Length == 0 ? "" : FoldedName.Core(Company.LegalName), Company.VatNumber, [.. domains.Where(domain => domain.Length > 0).Distinct(StringComparer.Ordinal)], phone.Length > 0 ? [phone] : []);
        }
    }
}

/// <summary>One thing that a row does: to the company, or to a person of it.</summary>
/// <param name="Before">A <see cref="CompanyRecord"/> or a <see cref="PersonRecord"/>; none: it is made.</param>
public sealed record IntakeChange(Contact? Contact, object? Before, object After);

/// <summary>What a row came to.</summary>
/// <param name="Why">What says that the company was here before; empty: it was not.</param>
/// <param name="Person">Whom the row means; none: it names nobody.</param>
public sealed record IntakeOutcome(Account Account, RowVerdict Verdict, IReadOnlyList<Sentence> Why, IReadOnlyList<IntakeChange> Changes, Contact? Person = null);

/// <summary>Takes a row of a file into the companies that are known. The same file a second time changes nothing: the first row that names a company may replace, later ones only fill in.</summary>
public static class AccountIntake
{
    /// <param name="language">In which a new company is written to.</param>
    /// <param name="before">The company that this very row came to when it was brought in before, if it stands.</param>
    /// <param name="personBefore">The number of the person of it.</param>
    /// <exception cref="HouseRuleException">The row names no company that can be told, or its facts do not fit together; nothing is changed then.</exception>
    public static IntakeOutcome Take(IntakeRow row, CompanyIndex index, DuplicateChoice choice, string language, Account? before = null, int? personBefore = null)
    {
        row.Company.Checked();
        if (before is not null && choice == DuplicateChoice.Allow) return new(before, RowVerdict.Unchanged, [], []);
        var (marks, isNamed) = (row.Marks, row.Company.LegalName.Length > 0);
        var found = before ?? index.Find(marks, ofFileAlone: choice == DuplicateChoice.Allow && isNamed);
        if (found is null && !isNamed) throw new HouseRuleException("The row names no company, and its address is of none that is known here.") { Field = "Company" };
        if (found is not null && choice == DuplicateChoice.Skip && !index.IsOfFile(found)) return new(found, RowVerdict.Unchanged, marks.SharedWith(CompanyMarks.Of(found)), []);

        var (was, why) = found is null ? (null, (IReadOnlyList<Sentence>)[]) : (CompanyRecord.Of(found), marks.SharedWith(CompanyMarks.Of(found)));
        var wanted = (found is null || was is null ? row.Company.Language.Length > 0 ? row.Company : row.Company with { Language = language } : Wanted(was, row.Company, choice == DuplicateChoice.Replace && index.IsFirstTime(found))).Checked();
        List<IntakeChange> changes = [];
        var account = found ?? Account.Open(new AccountFacts(wanted.LegalName, Language: language));
        if (wanted != was) account.Take(wanted);
        if (CompanyRecord.Of(account) is var after && after != was) changes.Add(new(null, was, after));
        var (contact, change) = row.Person is { } person ? TakePerson(account, person, row.NamesPerson, personBefore, contact => index.IsFirstTime(contact) && choice == DuplicateChoice.Replace && row.NamesPerson) : default;
        if (change is not null) changes.Add(change);
        index.Add(account, isOfFile: found is null || index.IsOfFile(found));
        var verdict = changes.Count == 0 ? RowVerdict.Unchanged : changes.Exists(made => made.Before is null) ? RowVerdict.Made : RowVerdict.Changed;
        return new(account, verdict, why, changes, contact);
    }

    private static CompanyRecord Wanted(CompanyRecord before, CompanyRecord row, bool replaces) => replaces ? before.ReplacedBy(row) : before.FilledBy(row);

    /// <param name="before">The person that the row came to before: it goes there again, whoever has the name or the address by now.</param>
    private static (Contact Contact, IntakeChange? Change) TakePerson(Account account, PersonRecord person, bool isNamed, int? before, Func<Contact, bool> replaces)
    {
        var same = before is null ? null : account.Contacts.FirstOrDefault(contact => contact.Id == before && contact.ErasedAt is null);
        if ((same ?? Same(account, person, isNamed)) is not { } contact)
        {
            var made = new Contact { Name = person.Name };
            Put(made, person, account.Country);
            account.Add(made);
            return (made, new(made, null, PersonRecord.Of(made)));
        }

        var was = PersonRecord.Of(contact);
        var wanted = replaces(contact) ? was.ReplacedBy(person) : was.FilledBy(person);
        if (wanted == was) return (contact, null);
        Put(contact, wanted, account.Country);
        return (contact, new(contact, was, PersonRecord.Of(contact)));
    }

    /// <summary>By address; by name where one of the two has no address, first where neither has one; the company's own line also by its number.</summary>
    private static Contact? Same(Account account, PersonRecord person, bool isNamed)
    {
        var standing = account.Contacts.Where(contact => contact.ErasedAt is null).ToList();
        if (person.Email.Length > 0 && standing.Find(contact => string.Equals(contact.Email, person.Email, StringComparison.OrdinalIgnoreCase)) is { } byAddress) return byAddress;
        var (name, phone) = (FoldedName.Of(person.Name), PhoneNumber.E164(person.Phone, account.Country));
        if (!isNamed && person.Email.Length == 0 && phone.Length > 0 && standing.Find(contact => contact.PhoneKey == phone) is { } byNumber) return byNumber;
        var named = standing.FindAll(contact => FoldedName.Of(contact.Name) == name);
        return named.Find(contact => contact.Email.Length == 0) ?? (person.Email.Length == 0 ? named.FirstOrDefault() : null); // who has no address either is nearer than a namesake with one
    }

    private static void Put(Contact contact, PersonRecord person, string country) =>
        contact.Change(new ContactFacts(person.Name, person.Email, person.Phone, contact.Part, contact.Language, contact.WantsInvites, person.JobTitle), country);
}
