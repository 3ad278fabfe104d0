namespace HotelCorporate.Web.Documents.Pdf;

/// <summary>The invoice on paper.</summary>
public static class InvoicePdf
{
    public static byte[] Write(InvoiceSheet invoice)
    {
        var words = Words.In(invoice.Language);
        return PdfParts.Write(invoice.Hotel, invoice.Language, words[invoice.Kind], invoice.Number, invoice.IssuedOn, (paper, parts) =>
        {
            var supplied = (invoice.SuppliedFrom, invoice.SuppliedUntil) switch
            {
                ({ } from, { } until) when from != until => $"{words.Date(from)} \u2013 {words.Date(until)}",
                ({ } day, _) => words.Date(day),
                _ => "",
            };
            parts.Opening(words[invoice.Kind], invoice.Number, invoice.EventName.Length > 0 ? invoice.EventName : invoice.Client.Name, invoice.Client,
            [
                (words["Issued on"], words.Date(invoice.IssuedOn)), (words["Supplied"], supplied),
                (words["Due on"], invoice.DueOn is { } due ? words.Date(due) : ""), (words["Booking"], invoice.BookingReference),
                (words["Purchase order"], invoice.PurchaseOrder), (words["Corrects"], invoice.Corrects),
                (words["Amount due"], words.Full(invoice.Totals.Due)),
            ]);
            parts.Prices(invoice.Lines, invoice.TaxMode, invoice.Currency);
            parts.Sums(invoice.Totals, invoice.Allowances, invoice.Charges, invoice.Taxes, invoice.TaxMode, null, withDue: true);
            parts.Payments(invoice.Payments);
            parts.Deposits(invoice.Deposits);
            if (invoice.Note.Length > 0) parts.List(words["Note"], [invoice.Note]);
        });
    }
}
