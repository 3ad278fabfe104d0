using HotelCorporate.Domain.Amounts;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Documents.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace HotelCorporate.Web.Tests.Documents;

public sealed class PdfTests
{
    [Fact]
    public void The_quote_says_its_sums_dates_and_terms()
    {
        var text = TextOf(QuotePdf.Write(SheetExamples.Quote), "quote");
        foreach (var said in new[] { "Q-2026-0142, version 2", "Adriatic Çelik & Söhne GmbH", "Sat 27 Mar 2027, 09:00–17:00", "1,375.50", "355.10 EUR", "3,450.60 EUR", "8 Dec 2026", "Page 1 of 2", "Sheshi Skënderbej 12", "10:00" })
            Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_quote_in_Albanian_speaks_Albanian()
    {
        var text = TextOf(QuotePdf.Write(SheetExamples.Quote with { Language = "sq" }), "quote-sq");
        Assert.Contains("Totali me tatim", text, StringComparison.Ordinal);
        Assert.Contains("08.12.2026", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Total with tax", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_confirmation_says_balance_deposit_and_cancellation()
    {
        var text = TextOf(ConfirmationPdf.Write(SheetExamples.Confirmation), "confirmation");
        foreach (var said in new[] { "HC-2026-0142", "PO 4711", "2,450.60 EUR", "1,000.00 EUR", "1,487.75 EUR", "Definite", "Elira Hoxha" })
            Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_invoice_says_what_is_due()
    {
        var text = TextOf(InvoicePdf.Write(SheetExamples.Invoice), "invoice");
        foreach (var said in new[] { "INV-TIA-2027-000001", "2,975.50 EUR", "2,450.60 EUR", "28 Apr 2027", "Allowance on catering", "IBAN AL47212110090000000235698741" })
            Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_table_repeats_its_header_and_counts_its_pages()
    {
        var many = Enumerable.Range(1, 120).Select(i => SheetExamples.Quote.Lines[1] with { Description = $"Line {i}" }).ToList();
        var bytes = InvoicePdf.Write(SheetExamples.Invoice with { Lines = many });
        using var pdf = PdfDocument.Open(bytes);
        var pages = pdf.GetPages().Select(page => ContentOrderTextExtractor.GetText(page)).ToList();
        Assert.True(pages.Count >= 4);
        Assert.All(pages.Take(pages.Count - 1), page => Assert.Contains("Unit price", page, StringComparison.Ordinal));
        Assert.All(pages.Select((page, i) => (page, i)), at => Assert.Contains($"Page {at.i + 1} of {pages.Count}", at.page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_hotels_logo_is_on_the_head_of_the_first_page_within_its_corner()
    {
        var quote = SheetExamples.Quote with { Hotel = SheetExamples.Hotel with { Logo = SheetExamples.Logo(640, 213) } };
        var bytes = QuotePdf.Write(quote);
        Assert.Equal(bytes, QuotePdf.Write(quote));
        using var pdf = PdfDocument.Open(bytes);
        var picture = Assert.Single(pdf.GetPage(1).GetImages()).BoundingBox;
        Assert.InRange(picture.Width / picture.Height, 2.9, 3.1);
        Assert.InRange(picture.Right, 540, 546);
        Assert.InRange(picture.Bottom, 841.89 - 75, 841.89 - 24);
        Assert.Empty(pdf.GetPage(2).GetImages());
        using var plain = PdfDocument.Open(QuotePdf.Write(SheetExamples.Quote));
        Assert.Empty(plain.GetPage(1).GetImages());
    }

    [Fact]
    public void The_same_paper_gives_the_same_bytes() =>
        Assert.Equal(QuotePdf.Write(SheetExamples.Quote), QuotePdf.Write(SheetExamples.Quote));

    [Theory]
    [InlineData("شركة الأدرياتيك")]
    [InlineData("מלון ים")]
    [InlineData("Party 🎉 & <b>bold</b> 株式会社")]
    public void Names_of_the_whole_world_are_written(string name) =>
        Assert.NotEmpty(TextOf(QuotePdf.Write(SheetExamples.Quote with { Client = new ClientSheet(name), Title = name }), "world"));

    [Fact]
    public void A_name_of_10000_letters_is_broken_and_not_lost_off_the_edge()
    {
        using var pdf = PdfDocument.Open(InvoicePdf.Write(SheetExamples.Invoice with { EventName = new string('W', 10_000) }));
        Assert.All(pdf.GetPages(), page => Assert.All(page.Letters, letter => Assert.True(letter.BoundingBox.Right < page.Width)));
    }

    [Fact]
    public void Amounts_follow_the_currencys_decimals()
    {
        var words = Words.In("en");
        Assert.Equal("1,235 JPY", words.Full(Money.Of(1234.5m, Currency.Of("JPY"))));
        Assert.Equal("1,354.70 EUR", words.Full(Money.Of(1354.7m, Currency.Eur)));
        Assert.Equal("1.234567", words.Price(new UnitPrice(1.234567m, Currency.Eur)));
        Assert.Equal("70.00", words.Price(new UnitPrice(70m, Currency.Eur)));
    }

    internal static string TextOf(byte[] pdf, string name)
    {
        if (Environment.GetEnvironmentVariable("KEEP_DOCUMENTS") is { Length: > 0 } folder) File.WriteAllBytes(Path.Combine(folder, name + ".pdf"), pdf);
        using var document = PdfDocument.Open(pdf);
        return string.Join('\n', document.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text))));
    }
}
