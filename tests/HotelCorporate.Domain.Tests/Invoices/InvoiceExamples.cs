using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Invoices;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Invoices;

internal static class InvoiceExamples
{
    public static readonly LocalDate Today = new(2026, 11, 24);
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 9, 0);

    private static readonly InvoiceParty House = new("Hotel", "Hotel Sh.p.k.", "L1", "L1", "Street 1", "1001", "Tirana", "AL");

    public static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    public static InvoiceLine Line(decimal amount, decimal rate, InvoiceLineRole role = InvoiceLineRole.Supply, string category = "S", decimal quantity = 1) =>
        new(role, "Line", quantity, new UnitPrice(amount, Currency.Eur), category, rate);

    /// <summary>The invoice of the house: accommodation, catering, hire, and 100.00 off at 20 %.</summary>
    public static InvoiceLine[] HouseLines() =>
        [Line(1_200m, 0.10m), Line(1_375.50m, 0.20m), Line(500m, 0.20m), Line(-100m, 0.20m, InvoiceLineRole.Allowance)];

    public static InvoiceDraft Draft(InvoiceKind kind, TaxMode mode, params IEnumerable<InvoiceLine> lines) => new()
    {
        Kind = kind, PropertyId = 1, AccountId = 1, BookingId = 1, Seller = House, Buyer = House, Currency = Currency.Eur, TaxMode = mode, Lines = [.. lines],
    };

    public static Invoice Issue(InvoiceDraft draft, long next = 1, LocalDate? last = null) => Invoice.Issue(draft, "TIA", next, Today, last, Now);
}
