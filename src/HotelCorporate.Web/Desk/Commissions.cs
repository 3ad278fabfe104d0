using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Stays;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Documents;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>What an agency earned in one hotel: on stays in its own name, of the agent that the file names, or at its rate code; and on paid functions of its own bookings.</summary>
public sealed class Commissions(HotelDb db, IClock clock)
{
    public async Task<CommissionSheet> ReadAsync(Account agency, Property property, LocalDate from, LocalDate to, CancellationToken cancel)
    {
        var lastSlept = property.Today(clock.GetCurrentInstant()).PlusDays(-1);
        var agreements = (await db.Agreements.AsNoTracking().Where(agreement => agreement.AccountId == agency.Id && agreement.AcceptedAt != null).ToListAsync(cancel)).FindAll(agreement => agreement.Terms.PropertyIds.Contains(property.Id));
        List<CommissionLine> lines = agreements.Exists(agreement => agreement.Terms.Commission > 0)
            ? [.. await NightsAsync(agency, property, from, to, lastSlept, agreements, cancel), .. await FunctionsAsync(agency, property, from, to, agreements, cancel)]
            : [];
        return new CommissionSheet
        {
            Hotel = HotelSheet.Of(property), Agency = agency.LegalName, Language = agency.Language, From = from, To = to, AsOf = LocalDate.Min(to, lastSlept), Currency = property.Currency,
            Lines = [.. lines.OrderBy(line => line.On).ThenBy(line => line.What, StringComparer.Ordinal)],
        };
    }

    private async Task<IEnumerable<CommissionLine>> NightsAsync(Account agency, Property property, LocalDate from, LocalDate to, LocalDate lastSlept, List<Agreement> agreements, CancellationToken cancel)
    {
        var marks = await db.MarksAsync(agency.Id, cancel);
        var stays = await db.Stays.AsNoTracking().Where(stay => stay.PropertyId == property.Id && stay.Arrival <= to && stay.Departure > from).BroughtBy(db, [marks]).ToListAsync(cancel);
        return stays.SelectMany(stay => Commission.OfStay(
            stay.Company.Length > 0 ? StayFacts.Named(stay.Company) : agency.TradeName, new StayedNights(stay.Arrival, stay.Nights, stay.Rooms, stay.Rate), agency.Id, property.Id, from, to, lastSlept, agreements));
    }

    /// <summary>Final invoices that are settled with money, not by a credit note, and the credit notes on those; without bedrooms, whose nights count by themselves.</summary>
    private async Task<IEnumerable<CommissionLine>> FunctionsAsync(Account agency, Property property, LocalDate from, LocalDate to, List<Agreement> agreements, CancellationToken cancel)
    {
        var documents = await db.Invoices.AsNoTracking().Include(invoice => invoice.Lines).Include(invoice => invoice.Taxes).AsSplitQuery()
            .Where(invoice => invoice.PropertyId == property.Id && (invoice.Kind == InvoiceKind.Final || invoice.Kind == InvoiceKind.CreditNote) && db.Bookings.Any(booking =>
                booking.Id == invoice.BookingId && booking.AccountId == agency.Id && (booking.Status == BookingStatus.Definite || booking.Status == BookingStatus.Actual || booking.Status == BookingStatus.Closed))).ToListAsync(cancel);
        var finals = documents.Where(document => document.Kind == InvoiceKind.Final && document.Currency == property.Currency).ToList();
        var ids = finals.ConvertAll(final => final.Id);
        var notes = documents.Where(document => document.CorrectsId is not null).ToDictionary(document => document.Number, document => document.CorrectsId!.Value, StringComparer.Ordinal);
        var paid = (await db.Payments.AsNoTracking().Include(payment => payment.Allocations).Where(payment => payment.Allocations.Any(part => ids.Contains(part.InvoiceId))).ToListAsync(cancel))
            .SelectMany(payment => payment.Allocations.Where(part => !IsGivenBack(payment, part)).Select(part => (part.InvoiceId, payment.ReceivedOn, part.Amount.MinorUnits))).ToLookup(part => part.InvoiceId);
        var settled = finals.Where(final => paid[final.Id].Sum(part => part.MinorUnits) >= final.Due.MinorUnits).ToDictionary(final => final.Id);
        var functions = settled.Values.Select(final => Paid(final, paid[final.Id].Select(part => part.ReceivedOn).Append(final.IssuedOn).Max(), isCredit: false))
            .Concat(documents.Where(document => document.CorrectsId is { } corrected && settled.ContainsKey(corrected)).Select(credit => Paid(credit, credit.IssuedOn, isCredit: true)));
        return functions.Select(part => Commission.OfFunctions(part, agency.Id, property.Id, from, to, agreements)).OfType<CommissionLine>();

        // A credit note closes what is open on the invoice that it corrects: nobody paid that.
        bool IsGivenBack(Payment payment, Allocation part) => payment.Method == PaymentMethod.CreditNote && notes.TryGetValue(payment.Reference, out var corrected) && corrected == part.InvoiceId;
    }

    private static PaidFunctions Paid(Invoice document, LocalDate on, bool isCredit)
    {
        var nets = document.LineNets();
        var net = document.Lines.Zip(nets).Where(line => line.First.Role is InvoiceLineRole.Supply or InvoiceLineRole.Allowance && line.First.RevenueClass != RevenueClass.Rooms).Sum(document.Currency, line => line.Second);
        return new PaidFunctions($"{document.BookingReference} {document.EventName}, {document.Number}", document.SuppliedFrom ?? document.IssuedOn, on, net, isCredit);
    }
}
