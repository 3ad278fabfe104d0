namespace HotelCorporate.Web.Documents.Pdf;

/// <summary>The offer on paper.</summary>
public static class QuotePdf
{
    public static byte[] Write(QuoteSheet quote)
    {
        var words = Words.In(quote.Language);
        return PdfParts.Write(quote.Hotel, quote.Language, words["Quote"], quote.Number, quote.DatedOn, (paper, parts) =>
        {
            parts.Opening(words["Quote"], words.Say("{0}, version {1}", quote.Number, quote.Version), quote.Title, quote.Client,
            [
                (words["Date"], words.Date(quote.DatedOn)), (words["Valid until"], words.Date(quote.ValidUntil)),
                (words["Total with tax"], words.Full(quote.Totals.Gross)), (words["Per person"], quote.PerPerson is { } each ? words.Full(each) : ""),
            ]);
            parts.Programme(quote.Programme);
            parts.Prices(quote.Lines, quote.TaxMode, quote.Currency);
            parts.Sums(quote.Totals, [], quote.Services, quote.Taxes, quote.TaxMode, quote.PerPerson, withDue: false);
            parts.Packages(quote.Packages);
            parts.Bedrooms(quote.Bedrooms);
            parts.Deposits(quote.Deposits);
            parts.Deadlines(quote.Deadlines);
            parts.List(words["Bedrooms that stay unused"], quote.UnusedBedrooms);
            parts.Cancellation(quote.Cancellation);
            parts.List(words["Not included"], quote.NotIncluded);
            if (quote.Seller is { } seller) parts.Contacts([seller]);
        });
    }
}
