using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <summary>A document that still asks for something, and for how much.</summary>
public sealed class StillOpen
{
    public required Invoice Invoice { get; init; }

    /// <summary>Of the document's currency; above zero.</summary>
    public required long MinorUnits { get; init; }
}

/// <summary>What is open, worked out by the database: one statement however many documents there are.</summary>
public static class StillOpenDocuments
{
    /// <summary>Those of the documents that still ask for something. A request whose money the final invoice took over asks for nothing more.</summary>
    public static IQueryable<StillOpen> StillOpen(this IQueryable<Invoice> documents, HotelDb db, Currency currency) =>
        documents.AsNoTracking()
            .Where(invoice => invoice.CurrencyCode == currency.Code && invoice.Kind != InvoiceKind.CreditNote && invoice.Kind != InvoiceKind.ProForma
                && (invoice.Kind != InvoiceKind.DepositRequest || !db.Invoices.Any(final =>
                    final.BookingId == invoice.BookingId && final.Kind == InvoiceKind.Final && final.CurrencyCode == currency.Code && !db.Invoices.Any(credit => credit.CorrectsId == final.Id))))
            .Select(invoice => new StillOpen
            {
                Invoice = invoice,
                MinorUnits = invoice.Due.MinorUnits - db.Set<Allocation>().Where(allocation => allocation.InvoiceId == invoice.Id).Sum(allocation => allocation.Amount.MinorUnits),
            })
            .Where(found => found.MinorUnits > 0);
}
