namespace HotelCorporate.Web.Documents.Pdf;

/// <summary>The offer on paper: its alternatives side by side first, then each with its programme, prices and terms.</summary>
public static class QuotePdf
{
    public static byte[] Write(QuoteSheet quote)
    {
        var words = Words.In(quote.Language);
        IReadOnlyList<QuoteSheet> all = [quote, .. quote.Others];
        return PdfParts.Write(quote.Hotel, quote.Language, words["Quote"], quote.Number, quote.DatedOn, (paper, parts) =>
        {
            parts.Opening(words["Quote"], words.Say("{0}, version {1}", quote.Number, quote.Version), quote.Title, quote.Client,
            [
                (words["Date"], words.Date(quote.DatedOn)), (words["Valid until"], words.Date(quote.ValidUntil)),
                (words["Total with tax"], all.Count > 1 ? "" : words.Full(quote.Totals.Gross)), (words["Per person"], all.Count == 1 && quote.PerPerson is { } each ? words.Full(each) : ""),
            ]);
            if (all.Count > 1) Compare(all, paper, parts, words);
            foreach (var (one, at) in all.Select((one, at) => (one, at)))
            {
                if (at > 0) paper.NextPage();
                if (at == 0 && all.Count > 1) paper.Y += 14;
                if (all.Count > 1) paper.Text(one.Alternative, new PdfStyle(13, true, parts.Colour), 4);
                Alternative(one, parts, words);
            }

            if (quote.Seller is { } seller) parts.Contacts([seller]);
        });
    }

    private static void Compare(IReadOnlyList<QuoteSheet> all, PdfPaper paper, PdfParts parts, Words words)
    {
        paper.Heading(words["The alternatives side by side"], parts.Colour);
        paper.Table(
            [new(words["Alternative"], 26), new(words["When"], 26), new(words["Where"], 28), new(words["Per person"], 16, true), new(words["Total with tax"], 18, true)],
            all.Select(one => new PdfRow(
            [
                one.Alternative, string.Join(", ", one.Programme.Select(row => row.Start.Date).Distinct().Select(words.Day)), string.Join(", ", one.Programme.Select(row => row.Space).Where(space => space.Length > 0).Distinct()),
                one.PerPerson is { } each ? words.Full(each) : "", words.Full(one.Totals.Gross),
            ])), parts.Colour);
    }

    private static void Alternative(QuoteSheet quote, PdfParts parts, Words words)
    {
        parts.Programme(quote.Programme);
        parts.Prices(quote.Lines, quote.TaxMode, quote.Currency);
        parts.Sums(quote.Totals, [], quote.Services, quote.Taxes, quote.TaxMode, quote.PerPerson, withDue: false);
        parts.Packages(quote.Packages);
        parts.Bedrooms(quote.Bedrooms);
        parts.Deposits(quote.Deposits);
        parts.Deadlines(quote.Deadlines);
        parts.List(words["Bedrooms that stay unused"], quote.UnusedBedrooms);
        parts.List(words["What food and beverage decide"], quote.SpendRules);
        parts.Cancellation(quote.Cancellation);
        parts.List(words["Not included"], quote.NotIncluded);
    }
}
