using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using NodaTime;

namespace HotelCorporate.Web.Features.Invoices;

/// <summary>The list of issued documents, with what is open on each.</summary>
public sealed record InvoicesPage(IReadOnlyList<InvoicesPage.Row> Rows, InvoiceKind? Kind, string? Open, LocalDate Today)
{
    public sealed record Row(Invoice Invoice, string Account, Money Open)
    {
        public AgeingBand Band(LocalDate today) => Ageing.Band(Invoice.DueOn, today);
    }
}

/// <summary>All that a document's page shows.</summary>
public sealed record InvoicePage(
    Invoice Invoice, IReadOnlyList<InvoicePage.Settled> Payments, Money Open, string? CreditedBy, int? CreditedById, LocalDate Today)
{
    public sealed record Settled(Payment Payment, Money Amount);

    public bool AsksFor => Invoice.Kind is not (InvoiceKind.CreditNote or InvoiceKind.ProForma);
}

/// <summary>The final invoice as it would be issued now.</summary>
public sealed record FinalPage(Booking Booking, InvoiceDraft? Draft, DocumentSum? Sum);
