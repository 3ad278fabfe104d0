using CsCheck;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Imports;

namespace HotelCorporate.Domain.Tests.Accounts;

public sealed class AccountIntakeTests
{
    private static readonly Gen<IntakeRow> AnyRow = Gen.Select(
        OneOf("", "Alfa Sh.p.k.", "ALFA", "Beta Ltd", "Gama", "Delta"), OneOf("", "Ana", "Ben", "ana"), OneOf("", "ana@alfa.example", "ben@alfa.example", "info@beta.example", "x@gmail.com"),
        OneOf("", "+355692012345", "069 20 12 345", "+390612345"), OneOf("", "K12345678A", "L12345678B", "wrong"), OneOf("", "Tirana", "Durres"), OneOf("", "Rruga 1", "Rruga 2"), OneOf("", "hotel", "fair,hotel"))
        .Select((company, person, email, phone, vat, city, street, tags) => new IntakeRow(
            new CompanyRecord(company, VatNumber: vat, City: city, Street: street, Country: "AL", Tags: tags),
            person.Length + (company.Length > 0 ? email.Length + phone.Length : 0) > 0 ? new PersonRecord(person.Length > 0 ? person : company, email, phone) : null, person.Length > 0));

    private static readonly Gen<DuplicateChoice> AnyChoice = Gen.Enum<DuplicateChoice>();

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    [Fact]
    public void The_same_file_a_second_time_changes_nothing() => Gen.Select(AnyRow.List[0, 4], AnyRow.Where(row => row.Company.LegalName.Length > 0).List[1, 8], AnyChoice).Sample((standing, rows, choice) =>
    {
        var accounts = Taken([], standing, DuplicateChoice.Merge).Accounts;
        var known = new Dictionary<int, IntakeOutcome>();
        (accounts, _) = Taken(accounts, rows, choice, known);
        var before = accounts.Select(Told).ToList();
        var (after, verdicts) = Taken(accounts, rows, choice, known);
        return verdicts.TrueForAll(verdict => verdict is RowVerdict.Unchanged or RowVerdict.Refused) && after.Select(Told).SequenceEqual(before);
    });

    [Fact]
    public void Filling_in_takes_nothing_away() => Gen.Select(AnyRow.List[1, 4], AnyRow.List[1, 8]).Sample((standing, rows) =>
    {
        var accounts = Taken([], standing, DuplicateChoice.Merge).Accounts;
        var before = accounts.Select(account => (account, Company: CompanyRecord.Of(account), People: account.Contacts.Select(contact => (contact, PersonRecord.Of(contact))).ToList())).ToList();
        Taken(accounts, rows, DuplicateChoice.Merge);
        return before.TrueForAll(was => was.Company.FilledBy(CompanyRecord.Of(was.account)) == CompanyRecord.Of(was.account) && was.People.TrueForAll(person => person.Item2.FilledBy(PersonRecord.Of(person.contact)) == PersonRecord.Of(person.contact)));
    });

    [Fact]
    public void A_row_that_is_refused_changes_nothing()
    {
        var account = Account.Open(new AccountFacts("Alfa Sh.p.k.", Country: "AL", City: "Tirana"));
        var index = new CompanyIndex(new NamedRecords());
        index.Add(account);
        var refusal = Assert.Throws<HouseRuleException>(() => AccountIntake.Take(new IntakeRow(new CompanyRecord("Alfa", VatNumber: "123", Industry: "Media"), new PersonRecord("Ana"), NamesPerson: true), index, DuplicateChoice.Replace, "en"));
        Assert.Equal("VatNumber", refusal.Field);
        Assert.Equal(new CompanyRecord("Alfa Sh.p.k.", City: "Tirana", Country: "AL", Language: "en"), CompanyRecord.Of(account));
        Assert.Empty(account.Contacts);
    }

    [Theory]
    [InlineData(DuplicateChoice.Merge, "en", 4)]
    [InlineData(DuplicateChoice.Replace, "sq", 9)]
    [InlineData(DuplicateChoice.Skip, "en", 4)]
    public void A_seller_and_a_language_of_the_file_are_taken_as_was_chosen_and_a_new_company_speaks_the_houses_language_otherwise(DuplicateChoice choice, string language, int manager)
    {
        var account = Account.Open(new AccountFacts("Alfa Sh.p.k.", Country: "AL", Language: "en"));
        account.Describe(new AccountProfile(ManagerId: 4), Family.None);
        var index = new CompanyIndex(new NamedRecords());
        index.Add(account);
        AccountIntake.Take(new IntakeRow(new CompanyRecord("Alfa", Language: "sq", ManagerId: 9), null, NamesPerson: false), index, choice, "it");
        Assert.Equal((language, manager), (account.Language, account.ManagerId));
        var (spoken, silent) = (New("Beta", "sq", 9), New("Gama", "", null));
        Assert.Equal(("sq", 9, "it", null), (spoken.Language, spoken.ManagerId, silent.Language, silent.ManagerId));

        Account New(string name, string spoken, int? seller) => AccountIntake.Take(new IntakeRow(new CompanyRecord(name, Language: spoken, ManagerId: seller), null, NamesPerson: false), index, choice, "it").Account;
    }

    [Fact]
    public void A_file_on_its_way_is_stopped_goes_on_and_is_taken_out_and_nothing_else_is()
    {
        var import = new AccountImport(1, "a.csv", [1], "Company", NodaTime.Instant.FromUnixTimeSeconds(0), null);
        Assert.Throws<HouseRuleException>(import.Stop);
        Assert.Throws<HouseRuleException>(import.Continue);
        import.Begin(10, "en-GB");
        Assert.Throws<HouseRuleException>(import.Undo);
        import.Count(5, 5, 0, 0, 0);
        import.Stop();
        Assert.Throws<HouseRuleException>(import.Stop);
        import.Continue();
        Assert.Equal((ImportStatus.Running, 5, true), (import.Status, import.Rows, import.Content is not null));
        import.Stop();
        import.Undo();
        Assert.Equal((ImportStatus.Undone, true), (import.Status, import.Content is null));
    }

    [Theory]
    [InlineData(DuplicateChoice.Merge, RowVerdict.Made, "Alfa Sh.p.k.", "Tirana", "Media", 1)]
    [InlineData(DuplicateChoice.Replace, RowVerdict.Made, "ALFA", "Durres", "Media", 1)]
    [InlineData(DuplicateChoice.Skip, RowVerdict.Unchanged, "Alfa Sh.p.k.", "Tirana", "", 0)]
    [InlineData(DuplicateChoice.Allow, RowVerdict.Made, "Alfa Sh.p.k.", "Tirana", "", 0)]
    public void A_company_that_is_here_is_treated_as_was_chosen(DuplicateChoice choice, RowVerdict verdict, string name, string city, string industry, int people)
    {
        var account = Account.Open(new AccountFacts("Alfa Sh.p.k.", Country: "AL", City: "Tirana"));
        var index = new CompanyIndex(new NamedRecords());
        index.Add(account);
        var outcome = AccountIntake.Take(new IntakeRow(new CompanyRecord("ALFA", City: "Durres", Industry: "Media"), new PersonRecord("Ana", "ana@alfa.example"), NamesPerson: true), index, choice, "en");
        Assert.Equal((verdict, name, city, industry, people), (outcome.Verdict, account.LegalName, account.City, account.Industry, account.Contacts.Count));
        Assert.Equal(choice == DuplicateChoice.Allow, outcome.Account != account);
    }

    [Fact]
    public void Two_people_of_one_name_with_their_own_addresses_stay_two()
    {
        var (accounts, _) = Taken([], [Person("Ana", "ana@alfa.example"), Person("Ana", "a.hoxha@alfa.example"), Person("Ana", "")], DuplicateChoice.Merge);
        Assert.Equal(["ana@alfa.example", "a.hoxha@alfa.example"], Assert.Single(accounts).Contacts.Select(contact => contact.Email));

        static IntakeRow Person(string name, string email) => new(new CompanyRecord("Alfa"), new PersonRecord(name, email), NamesPerson: true);
    }

    [Fact]
    public void A_row_without_an_address_goes_to_the_namesake_without_one_and_when_it_comes_again_to_nobody_else()
    {
        var known = new Dictionary<int, IntakeOutcome>();
        IntakeRow[] rows = [Person("Ben", "", "+390612345"), Person("Ben", "info@alfa.example", "+355692012345")];
        var (accounts, _) = Taken(Taken([], [Person("Ana", "info@alfa.example", "")], DuplicateChoice.Merge).Accounts, rows, DuplicateChoice.Replace, known);
        for (var again = 0; again < 2; again++)
        {
            Assert.Equal([("Ben", "info@alfa.example", "+355692012345"), ("Ben", "", "+390612345")], Assert.Single(accounts).Contacts.Select(contact => (contact.Name, contact.Email, contact.Phone)));
            (accounts, _) = Taken(accounts, rows, DuplicateChoice.Replace, known);
        }

        static IntakeRow Person(string name, string email, string phone) => new(new CompanyRecord("Alfa"), new PersonRecord(name, email, phone), NamesPerson: true);
    }

    [Fact]
    public void A_row_that_comes_again_goes_to_the_person_it_went_to_whatever_that_one_is_known_by_now()
    {
        var known = new Dictionary<int, IntakeOutcome>();
        IntakeRow[] rows = [Person("Ben", "", "+390612345"), Person("Ben", "info@alfa.example", "+355692012345"), Person("Ben", "ben@alfa.example", "")];
        var (accounts, _) = Taken(Taken([], [Person("Ana", "info@alfa.example", "")], DuplicateChoice.Merge).Accounts, rows, DuplicateChoice.Replace, known);
        for (var again = 0; again < 2; again++)
        {
            Assert.Equal([("Ben", "info@alfa.example", "+355692012345"), ("Ben", "ben@alfa.example", "+390612345")], Assert.Single(accounts).Contacts.Select(contact => (contact.Name, contact.Email, contact.Phone)));
            (accounts, _) = Taken(accounts, rows, DuplicateChoice.Replace, known);
        }

        static IntakeRow Person(string name, string email, string phone) => new(new CompanyRecord("Alfa"), new PersonRecord(name, email, phone), NamesPerson: true);
    }

    private static (List<Account> Accounts, List<RowVerdict> Verdicts) Taken(IReadOnlyList<Account> standing, IReadOnlyList<IntakeRow> rows, DuplicateChoice choice, Dictionary<int, IntakeOutcome>? known = null)
    {
        var (index, accounts, verdicts) = (new CompanyIndex(new NamedRecords()), standing.ToList(), new List<RowVerdict>());
        foreach (var account in standing) index.Add(account);
        foreach (var (number, row) in rows.Index())
        {
            try
            {
                var outcome = AccountIntake.Take(row, index, choice, "en", known?.GetValueOrDefault(number)?.Account, known?.GetValueOrDefault(number)?.Person?.Id);
                if (known is not null) known[number] = outcome;
                if (!accounts.Contains(outcome.Account)) accounts.Add(outcome.Account);
                verdicts.Add(outcome.Verdict);
            }
            catch (HouseRuleException)
            {
                verdicts.Add(RowVerdict.Refused);
            }
        }

        Store(accounts);
        return (accounts, verdicts);
    }

    /// <summary>Gives them the numbers that a database would.</summary>
    private static void Store(List<Account> accounts)
    {
        for (var i = 0; i < accounts.Count; i++)
        {
            typeof(Account).GetProperty(nameof(Account.Id))!.SetValue(accounts[i], i + 1);
            for (var j = 0; j < accounts[i].Contacts.Count; j++) typeof(Contact).GetProperty(nameof(Contact.Id))!.SetValue(accounts[i].Contacts[j], (100 * (i + 1)) + j);
        }
    }

    private static string Told(Account account) => $"{CompanyRecord.Of(account)} {string.Join(' ', account.Contacts.Select(PersonRecord.Of))}";
}
