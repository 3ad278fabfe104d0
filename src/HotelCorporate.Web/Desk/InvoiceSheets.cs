using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Web.Documents;

namespace HotelCorporate.Web.Desk;

/// <summary>An issued document as its PDF, its workbook and its letter state it. Nothing is added up again.</summary>
public static class InvoiceSheets
{
    public static InvoiceSheet Of(Invoice invoice, HotelSheet hotel, IReadOnlyList<PaymentRow> payments, IReadOnlyList<DepositRow>? deposits = null) => new()
    {
        Hotel = hotel with
        {
            Name = invoice.Seller.Name, LegalName = invoice.Seller.LegalName, VatNumber = invoice.Seller.VatNumber, Street = invoice.Seller.Street, PostalCode = invoice.Seller.PostalCode,
            City = invoice.Seller.City, Country = invoice.Seller.Country, Iban = invoice.Seller.Iban, Bic = invoice.Seller.Bic, LogoId = invoice.Seller.LogoId,
        },
        Client = new ClientSheet(invoice.Buyer.LegalName, invoice.Buyer.VatNumber, "", invoice.Buyer.Street, invoice.Buyer.PostalCode, invoice.Buyer.City, invoice.Buyer.Country),
        Kind = Kind(invoice.Kind), Number = invoice.Number, IssuedOn = invoice.IssuedOn, DueOn = invoice.DueOn, SuppliedFrom = invoice.SuppliedFrom, SuppliedUntil = invoice.SuppliedUntil,
        BookingReference = invoice.BookingReference, EventName = invoice.EventName, PurchaseOrder = invoice.PurchaseOrder, Corrects = invoice.Corrects, Language = invoice.Language,
        Currency = invoice.Currency, TaxMode = invoice.TaxMode, Note = invoice.Note,
        Lines = [.. Of(invoice, InvoiceLineRole.Supply, InvoiceLineRole.Deposit).Select(line => new PricedRow(
            line.Description, line.Quantity, line.Unit, line.Amount, line.TaxCategory, line.TaxRate, line.Discount.IsZero ? null : line.Discount, line.On, line.Heading))],
        Allowances = [.. Of(invoice, InvoiceLineRole.Allowance).Select(line => new ChargeRow(line.Description, -line.Amount, line.TaxCategory, line.TaxRate))],
        Charges = [.. Of(invoice, InvoiceLineRole.Charge).Select(line => new ChargeRow(line.Description, line.Amount, line.TaxCategory, line.TaxRate)), .. Services(invoice)],
        Taxes = [.. invoice.Taxes.Select(tax => new TaxSheetRow(tax.Category, tax.Rate, tax.Net, tax.Tax))],
        Totals = new TotalsSheet(
            invoice.SumOfLines, invoice.Allowances, invoice.TaxMode == TaxMode.Exclusive ? invoice.Charges + invoice.Service : invoice.Charges,
            invoice.Net, invoice.Tax, invoice.Gross, invoice.Prepaid, invoice.Due),
        Payments = payments, Deposits = deposits ?? [],
        Reconciliation = [.. invoice.Lines.Where(line => line.Guaranteed is not null).OrderBy(line => line.Position).DistinctBy(line => line.FunctionId)
            .Select(line => new ReconciliationRow(line.Heading, line.Contracted ?? 0, line.Guaranteed ?? 0, line.Actual ?? 0, line.Quantity))],
    };

    /// <summary>In words that the papers translate.</summary>
    public static string Kind(InvoiceKind kind) => kind switch
    {
        InvoiceKind.DepositRequest => "Deposit request",
        InvoiceKind.Deposit => "Deposit invoice",
        InvoiceKind.CreditNote => "Credit note",
        InvoiceKind.ProForma => "Pro-forma",
        InvoiceKind.CancellationFee => "Cancellation fee",
        _ => "Invoice",
    };

    private static IEnumerable<InvoiceLine> Of(Invoice invoice, params InvoiceLineRole[] roles) => invoice.Lines.Where(line => roles.Contains(line.Role)).OrderBy(line => line.Position);

    /// <summary>The service charges by name and tax rate, rounded per line; those without tax stand under no rate.</summary>
    private static IEnumerable<ChargeRow> Services(Invoice invoice) => invoice.Lines
        .SelectMany(line => line.Services.Select(share => (
            share.Name, Category: share.IsTaxable ? line.TaxCategory : "", Rate: share.IsTaxable ? line.TaxRate : -1, Amount: line.ToSum().ServiceOf(invoice.TaxMode, share))))
        .GroupBy(service => (service.Name, service.Category, service.Rate))
        .Select(group => new ChargeRow(Words.In(invoice.Language)[group.Key.Name], group.Sum(invoice.Currency, service => service.Amount), group.Key.Category, group.Key.Rate, IsInside: invoice.TaxMode == TaxMode.Inclusive));
}
