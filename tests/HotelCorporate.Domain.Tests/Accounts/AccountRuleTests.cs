using CsCheck;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Accounts;

public sealed class AccountRuleTests
{
    private static readonly LocalDate Today = new(2026, 11, 28);

    [Theory]
    [InlineData("069 20 12 345", "AL", "+355692012345")]
    [InlineData("+355 69 2012345", "US", "+355692012345")]
    [InlineData("00355692012345", "DE", "+355692012345")]
    [InlineData("+44 (0)20 7946 0991", "GB", "+442079460991")]
    [InlineData("06 698 1234", "IT", "+39066981234")]
    [InlineData("355692012345", "AL", "+355692012345")]
    [InlineData("393312345678", "IT", "+393312345678")]
    [InlineData("3931234567", "IT", "+393931234567")]
    [InlineData("(212) 555-0100", "US", "+12125550100")]
    [InlineData("1-212-555-0100", "US", "+12125550100")]
    [InlineData("ext. 12", "AL", "")]
    [InlineData("020 7946 0991", "", "")]
    [InlineData("", "AL", "")]
    public void A_telephone_number_has_one_form(string typed, string country, string number) => Assert.Equal(number, PhoneNumber.E164(typed, country));

    [Theory]
    [InlineData("j.brandt@Meridian.example", "meridian.example")]
    [InlineData("someone@gmail.com", "")]
    [InlineData("someone@web.de", "")]
    [InlineData("no address", "")]
    [InlineData("@x.example", "")]
    public void A_free_mail_provider_tells_no_company(string address, string domain) => Assert.Equal(domain, EmailDomain.Of(address));

    [Theory]
    [InlineData("L91234567A", "AL", true)]
    [InlineData("ALL91234567A", "AL", true)]
    [InlineData("91234567", "AL", false)]
    [InlineData("ATU12345678", "AT", true)]
    [InlineData("DE123456789", "DE", true)]
    [InlineData("DE12345", "DE", false)]
    [InlineData("EL123456789", "GR", true)]
    [InlineData("anything", "US", true)]
    public void A_vat_number_looks_like_one_of_its_country(string number, string country, bool fits) => Assert.Equal(fits, VatForm.Fits(number, country));

    [Fact]
    public void A_vat_number_of_another_form_is_refused_at_its_field() =>
        Assert.Equal("VatNumber", Assert.Throws<HouseRuleException>(() => Account.Open(new AccountFacts("Alba", VatNumber: "12", Country: "AL"))).Field);

    [Fact]
    public void Production_and_exposure_roll_up_over_any_number_of_steps()
    {
        var family = new Family([(2, 1), (3, 2), (4, 1)]);
        Assert.Equal([1, 2, 4, 3], family.Of(1));
        Assert.Equal([2, 1], family.Above(3));
        Assert.Empty(family.Below(4));
    }

    [Fact]
    public void A_group_is_never_below_itself()
    {
        Gen.Select(Gen.Int[1, 8], Gen.Int[1, 8]).Array[0, 12].Sample(links =>
        {
            var family = new Family([.. links.DistinctBy(link => link.Item1)]);
            return Enumerable.Range(1, 8).All(id => !family.Below(id).Contains(id) && !family.Above(id).Contains(id) && family.Of(id).Distinct().Count() == family.Of(id).Count);
        });
    }

    [Fact]
    public void What_stands_below_is_no_parent()
    {
        var account = WithId(1);
        Assert.Equal("ParentId", Assert.Throws<HouseRuleException>(() => account.Describe(new AccountProfile(ParentId: 3), new Family([(2, 1), (3, 2)]))).Field);
        account.Describe(new AccountProfile(ParentId: 9, Tags: "Pharma, VIP, pharma,,"), new Family([(2, 1)]));
        Assert.Equal(["pharma", "vip"], account.TagList);
    }

    [Fact]
    public void A_pinned_segment_shows_who_was_overruled_and_why()
    {
        var account = Account.Open(new AccountFacts("Alba Bank Sh.a."));
        var quiet = new AccountYear(0, 0, 0, 2);
        Assert.Equal(Segment.Dormant, account.SegmentBy(quiet).Segment);
        Assert.Throws<HouseRuleException>(() => account.Pin(Segment.Key, " ", 1, Today));
        account.Pin(Segment.Key, "The group decides next year", 1, Today);
        var (segment, why) = account.SegmentBy(quiet);
        Assert.Equal(Segment.Key, segment);
        Assert.Contains("The group decides next year", why.ToString(), StringComparison.Ordinal);
        Assert.Contains("Dormant", why.ToString(), StringComparison.Ordinal);
        account.Unpin();
        Assert.Equal(Segment.Dormant, account.SegmentBy(quiet).Segment);
    }

    [Fact]
    public void Who_is_watched_is_looked_at_again_on_a_day()
    {
        var account = Account.Open(new AccountFacts("Alba"));
        Assert.Equal("Evidence", Assert.Throws<HouseRuleException>(() => account.Check(Reliability.Good, "", null, 1, Today)).Field);
        Assert.Equal("NextCheckOn", Assert.Throws<HouseRuleException>(() => account.Check(Reliability.Watch, "Paid late twice", null, 1, Today)).Field);
        Assert.Equal("NextCheckOn", Assert.Throws<HouseRuleException>(() => account.Check(Reliability.Watch, "Paid late twice", Today, 1, Today)).Field);
        account.Check(Reliability.Watch, "Paid late twice", Today.PlusDays(30), 1, Today);
        Assert.Equal((Reliability.Watch, Today.PlusDays(30)), (account.Reliability, account.NextCheckOn));
    }

    [Fact]
    public void Look_alikes_say_what_they_share()
    {
        var one = Account.Open(new AccountFacts("Meridian Pharma GmbH", VatNumber: "ATU12345678", Country: "AT"));
        one.Add(new Contact { Name = "Julia", Email = "j@meridian.example", Phone = "01 234 5678" });
        var other = Account.Open(new AccountFacts("MERIDIAN PHARMA Ltd.", VatNumber: "U12345678", Country: "AT"));
        other.Add(new Contact { Name = "Jo", Email = "jo@MERIDIAN.example", Phone = "+43 1 2345678" });
        Assert.Equal(4, CompanyMarks.Of(one).SharedWith(CompanyMarks.Of(other)).Count);
        var third = Account.Open(new AccountFacts("Other"));
        third.Add(new Contact { Name = "G", Email = "g@gmail.com" });
        Assert.Empty(CompanyMarks.Of(third).SharedWith(CompanyMarks.Of(one)));
    }

    [Fact]
    public void Exposure_is_receivables_and_actuals_and_definite_value_less_what_is_held()
    {
        var exposure = new CreditExposure(Eur(1200), Eur(800), Eur(5000), Eur(1500));
        Assert.Equal(Eur(5500), exposure.Total);
        Assert.Equal(Eur(11000), (exposure + exposure).Total);
    }

    [Fact]
    public void A_score_is_the_sum_of_its_parts()
    {
        var score = AccountScore.Of(new AccountFigures(0.8m, 0.45m, 0.9m, 1, 1.2m, 7), new ScoreWeights());
        Assert.Equal([28m, 15m, 13.5m, 10m, 6m, 7m], score.Parts.Select(part => part.Points));
        Assert.Equal(80, score.Total); // 79.5
    }

    [Fact]
    public void What_is_not_known_counts_neither_way()
    {
        Assert.Null(AccountScore.Of(new AccountFigures(null, null, null, null, null, null), new ScoreWeights()).Total);
        Assert.Equal(70, AccountScore.Of(new AccountFigures(null, null, null, null, null, 7), new ScoreWeights()).Total);
    }

    [Fact]
    public void A_score_is_between_0_and_100_and_never_falls_when_a_part_rises()
    {
        var share = Gen.Decimal[0, 1];
        Gen.Select(share, share, share, share, Gen.Decimal[0, 5], Gen.Int[0, 10], share).Sample((revenue, margin, paid, kept, trend, judgement, more) =>
        {
            var score = AccountScore.Of(new(revenue, margin, paid, kept, trend, judgement), new ScoreWeights()).Total!.Value;
            var better = AccountScore.Of(new(Math.Min(1, revenue + more), margin, paid, kept, trend, judgement), new ScoreWeights()).Total!.Value;
            return score is >= 0 and <= 100 && better >= score;
        });
    }

    [Theory]
    [InlineData("35 20 15 10 10 10", true)]
    [InlineData("50, 50, 0, 0, 0, 0", true)]
    [InlineData("35 20 15 10 10", false)]
    [InlineData("35 20 15 10 10 11", false)]
    [InlineData("110 -10 0 0 0 0", false)]
    public void Weights_come_to_100(string text, bool isRight)
    {
        if (isRight) Assert.Equal(ScoreWeights.Parse(text), ScoreWeights.Parse(ScoreWeights.Parse(text).ToString()));
        else Assert.Throws<HouseRuleException>(() => ScoreWeights.Parse(text));
    }

    [Fact]
    public void Who_has_left_or_was_erased_is_written_to_no_more()
    {
        var account = Account.Open(new AccountFacts("Alba"));
        var person = new Contact { Name = "Arben", Email = "arben@alba.example", Part = ContactPart.DecisionMaker };
        account.Add(person);
        account.Add(new Contact { Name = "Mira", Email = "mira@alba.example" });
        Assert.Equal("Arben", account.Reader()!.Name);
        person.Leave(Today);
        Assert.Equal("Mira", account.Reader()!.Name);
        person.Erase("Person 1", Instant.FromUtc(2026, 11, 28, 9, 0));
        Assert.Equal(("Person 1", "", ""), (person.Name, person.Email, person.Phone));
        Assert.Throws<HouseRuleException>(() => person.Change(new ContactFacts("Arben"), "AL"));
    }

    [Theory]
    [InlineData("offer.exe", "offer.pdf")]
    [InlineData("..\\..\\etc/passwd", "passwd.pdf")]
    [InlineData("", "document.pdf")]
    [InlineData("a\"b\r\n.pdf", "ab.pdf")]
    public void A_file_is_named_by_what_it_is(string name, string kept) => Assert.Equal(kept, FileKinds.Named(name, FileKind.Pdf));

    [Fact]
    public void A_file_is_known_by_its_content_alone()
    {
        Assert.Equal(FileKind.Pdf, FileKinds.Of("%PDF-1.7 x"u8.ToArray()));
        Assert.Null(FileKinds.Of("<html><script>"u8.ToArray()));
        Assert.Null(FileKinds.Of([0x4D, 0x5A, 0x90, 0x00]));
        Assert.Null(FileKinds.Of([0x50, 0x4B, 0x03, 0x04, 1, 2, 3]));
    }

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static Account WithId(int id)
    {
        var account = Account.Open(new AccountFacts("Group"));
        typeof(Account).GetProperty(nameof(Account.Id))!.SetValue(account, id);
        return account;
    }
}
