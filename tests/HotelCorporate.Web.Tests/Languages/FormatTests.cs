using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Languages;
using NodaTime;

namespace HotelCorporate.Web.Tests.Languages;

/// <summary>The same fact, as each reader writes it; and as it is kept.</summary>
public sealed class FormatTests
{
    private static readonly Sentence Said = $"Only {Money.Of(1_354.7m, Currency.Eur)} of this payment is left.";

    [Theory]
    [InlineData("en-GB", "Tue 14 Apr 2026", "1,354.70", "Only 1,354.70 EUR of this payment is left.")]
    [InlineData("en-US", "Tue Apr 14, 2026", "1,354.70", "Only 1,354.70 EUR of this payment is left.")]
    [InlineData("sq-AL", "mar 14.04.2026", "1 354,70", "Nga kjo pagesë mbeten vetëm 1 354,70 EUR.")]
    public void Dates_and_amounts_are_written_as_the_reader_writes_them(string culture, string day, string amount, string sentence)
    {
        var words = Words.Of(CultureInfo.GetCultureInfo(culture));
        Assert.Equal(day, words.Day(new LocalDate(2026, 4, 14)));
        Assert.Equal(amount, Plain(words.Amount(Money.Of(1_354.7m, Currency.Eur))));
        Assert.Equal(sentence, Plain(words.Say(Said)));

        static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
    }

    [Fact]
    public void A_sentence_is_kept_with_what_fills_it()
    {
        Sentence due = $"{"Alba [\"Bank\"]"}: {(Sentence)$"Deposit {Sentence.Percent(0.25m)}"} {Money.Of(2_500m, Currency.Eur)} {new LocalDate(2027, 4, 14)} {new LocalTime(9, 30)} {new LocalDate(2027, 4, 14).At(new LocalTime(9, 30))} {Domain.Bookings.BookingStatus.Definite} {12.5m}";
        Assert.Equal(due, Sentence.Parse(due.ToText()));
        Assert.Equal(due.ToString(), Sentence.Parse(due.ToText()).ToString());
        Assert.Equal("Sent", Sentence.Parse("Sent").Template);
        Assert.Equal("[\"Sent\", \"again", Sentence.Parse(((Sentence)"[\"Sent\", \"again").ToText()).ToString());
        Assert.Equal("{not a gap}", Words.In("sq").Say(Sentence.Typed("{not a gap}")));
    }

    [Fact]
    public void A_name_of_a_status_is_a_word_of_the_reader() =>
        Assert.Equal("Një rezervim në gjendjen “Opsion” nuk mund të kalojë në “I konfirmuar”.",
            Words.In("sq").Say($"A booking that is {Domain.Bookings.BookingStatus.Tentative} cannot become {Domain.Bookings.BookingStatus.Definite}."));

    [Theory]
    [InlineData("sq", "sq-AL")]
    [InlineData("sq-XK", "sq-AL")]
    [InlineData("en-US", "en-US")]
    [InlineData("en-NZ", "en-GB")]
    [InlineData("ja", null)]
    public void A_browser_gets_the_nearest_way_of_writing(string wanted, string? culture) => Assert.Equal(culture, Language.Best([wanted]));
}
