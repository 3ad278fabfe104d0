using NodaTime;

namespace HotelCorporate.Web.Documents.Pdf;

/// <summary>What was agreed, on paper.</summary>
public static class ConfirmationPdf
{
    public static byte[] Write(ConfirmationSheet booking)
    {
        var words = Words.In(booking.Language);
        var first = booking.Programme.Count > 0 ? booking.Programme.Min(row => row.Start).Date : new LocalDate(2000, 1, 1);
        return PdfParts.Write(booking.Hotel, booking.Language, words["Confirmation"], booking.Reference, first, (paper, parts) =>
        {
            parts.Opening(words["Confirmation"], booking.Reference, booking.Title, booking.Client,
            [
                (words["Status"], words["Definite: confirmed by both sides"]), (words["Quote"], booking.Quote),
                (words["Purchase order"], booking.PurchaseOrder), (words["Total with tax"], words.Full(booking.Totals.Gross)),
                (words["Balance"], words.Full(booking.Totals.Due)),
            ]);
            parts.Programme(booking.Programme);
            parts.Bedrooms(booking.Bedrooms);
            parts.Prices(booking.Lines, booking.TaxMode, booking.Currency);
            parts.Sums(booking.Totals, [], booking.Services, booking.Taxes, booking.TaxMode, booking.PerPerson, withDue: true);
            parts.Packages(booking.Packages);
            parts.Deposits(booking.Deposits);
            parts.Deadlines(booking.Deadlines);
            parts.List(words["Bedrooms that stay unused"], booking.UnusedBedrooms);
            parts.Cancellation(booking.Cancellation);
            parts.Contacts(booking.Contacts);
        });
    }
}
