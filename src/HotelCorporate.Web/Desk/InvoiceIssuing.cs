using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>Issues documents: number from the locked counter row, the document, its journal row and its letter in one transaction, so that no number is lost or given twice.</summary>
public sealed class InvoiceIssuing(HotelDb db, DepositGuard deposits, AgreementsInForce agreements, LoyaltyDesk loyalty, IClock clock)
{
    private const int Tries = 5;

    /// <summary>Asks for one part of the deposit: a request outside the fiscal series, or a taxed invoice where the deposit is a tax point.</summary>
    /// <param name="position">Which part of the schedule, from 1.</param>
    public Task<Invoice> DepositAsync(int bookingId, int position, Actor actor, CancellationToken cancel) => IssueAsync(bookingId, actor, async sale =>
    {
        var plan = await db.DepositPlans.Include(plan => plan.Parts).SingleOrDefaultAsync(plan => plan.BookingId == bookingId, cancel)
            ?? throw new HouseRuleException("There is no accepted contract yet, so no deposit is due.");
        var (contract, dues) = await deposits.DuesAsync(plan, cancel);
        var due = dues.FirstOrDefault(due => due.Position == position) ?? throw new HouseRuleException("The contract has no such part of the deposit.");
        if (due.Amount.IsZero) throw new HouseRuleException("This part comes to nothing: earlier parts already cover the price.");
        var words = Words.In(sale.Account.Language);
        var what = due.Term.Share is { } share ? words.Say("Deposit {0} for {1}", words.Percent(share), sale.Booking.Name) : words.Say("Deposit for {0}", sale.Booking.Name);
        var draft = sale.Property.DepositIsTaxPoint
            ? Draft(sale, InvoiceKind.Deposit, TaxMode.Inclusive, contract, DepositSplit.Lines(due.Amount, contract.Sum(), what))
            : Draft(sale, InvoiceKind.DepositRequest, contract.TaxMode, contract, [new InvoiceLine(InvoiceLineRole.Supply, what, 1, new UnitPrice(due.Amount.Amount, contract.Currency), "O", 0)]);
        return (draft with { DueOn = due.DueOn }, Then(invoice => plan.Issued(due, invoice.Id)));
    }, cancel);

    /// <summary>What the event came to.</summary>
    public Task<Invoice> FinalAsync(int bookingId, Actor actor, CancellationToken cancel) =>
        IssueAsync(bookingId, actor, async sale =>
        {
            var (draft, points) = await FinalDraftAsync(sale, cancel);
            return (draft, invoice => loyalty.InvoicedAsync(invoice, sale.Booking, points, actor, cancel));
        }, cancel);

    /// <summary>The final invoice as it would be issued now.</summary>
    public async Task<InvoiceDraft> PreviewAsync(int bookingId, CancellationToken cancel) => (await FinalDraftAsync(await SaleAsync(bookingId, cancel), cancel)).Draft;

    /// <summary>The fee of a cancelled booking by its contract's ladder, outside the scope of VAT; deposits that were paid are taken off.</summary>
    public Task<Invoice> CancellationFeeAsync(int bookingId, Actor actor, CancellationToken cancel) => IssueAsync(bookingId, actor, async sale =>
    {
        if (sale.Booking.Status != BookingStatus.Cancelled) throw new HouseRuleException("Only a cancelled booking has a cancellation fee.");
        var reductions = await db.Reductions.Where(reduction => reduction.BookingId == bookingId && reduction.InvoiceId != null).Select(reduction => reduction.InvoiceId!.Value).ToListAsync(cancel);
        if (await LiveAsync(bookingId, InvoiceKind.CancellationFee, cancel, reductions) is { } known) throw new HouseRuleException($"The fee is invoiced already: {known}.");
        var contract = await ContractAsync(bookingId, cancel);
        var on = sale.Booking.EndedOn!.Value;
        var fee = Exposure.Of(contract, sale.Booking, on).On(on).Fee;
        if (fee.IsZero) throw new HouseRuleException("Cancelling was free on that day.");
        var words = Words.In(sale.Account.Language);
        return (Draft(sale, InvoiceKind.CancellationFee, contract.TaxMode, contract,
            [new InvoiceLine(InvoiceLineRole.Supply, words.Say("Cancellation on {0}", words.Date(on)), 1, new UnitPrice(fee.Amount, fee.Currency), "O", 0) { On = on }]) with
        {
            Prepaid = await PrepaidAsync(bookingId, contract.Currency, cancel),
        }, _ => Task.CompletedTask);
    }, cancel);

    /// <summary>What taking less than contracted costs, as far as no invoice asks for it yet; outside the scope of VAT.</summary>
    public Task<Invoice> ReductionFeeAsync(int bookingId, Actor actor, CancellationToken cancel) => IssueAsync(bookingId, actor, async sale =>
    {
        var open = await db.Reductions.Where(reduction => reduction.BookingId == bookingId && reduction.InvoiceId == null).OrderBy(reduction => reduction.Id).ToListAsync(cancel);
        if (open.Count == 0) throw new HouseRuleException("No reduction waits for an invoice.");
        var contract = await ContractAsync(bookingId, cancel);
        var words = Words.In(sale.Account.Language);
        var lines = open.ConvertAll(reduction => new InvoiceLine(
            InvoiceLineRole.Supply, words.Say("{0}: {1} instead of {2}, told on {3}", sale.Booking.Functions.First(function => function.Id == reduction.FunctionId).Name, reduction.To, reduction.From, words.Date(reduction.NoticeOn)),
            1, new UnitPrice(new Money(reduction.FeeUnits, contract.Currency).Amount, contract.Currency), "O", 0) { On = reduction.NoticeOn, FunctionId = reduction.FunctionId });
        return (Draft(sale, InvoiceKind.CancellationFee, contract.TaxMode, contract, lines), Then(invoice => open.ForEach(reduction => reduction.InvoiceId = invoice.Id)));
    }, cancel);

    /// <summary>Gives everything of a document back.</summary>
    public async Task<Invoice> CreditAsync(int invoiceId, string reason, Actor actor, CancellationToken cancel)
    {
        var bookingId = await db.Invoices.Where(invoice => invoice.Id == invoiceId).Select(invoice => invoice.BookingId).SingleAsync(cancel);
        return await IssueAsync(bookingId, actor, async sale =>
        {
            var invoice = await db.Invoices.AsNoTracking().AsSplitQuery().Include(invoice => invoice.Lines).Include(invoice => invoice.Taxes).SingleAsync(invoice => invoice.Id == invoiceId, cancel);
            if (await db.Invoices.Where(other => other.CorrectsId == invoiceId).Select(other => other.Number).FirstOrDefaultAsync(cancel) is { } credit)
                throw new HouseRuleException($"{invoice.Number} is credited already, by {credit}.");
            var open = invoice.Due - await SettledAsync(invoiceId, invoice.Currency, cancel);
            return (invoice.Credit(reason), async issued =>
            {
                await loyalty.CreditedAsync(issued, actor, cancel);

                // What is still open is settled by the note; what was paid before becomes the company's credit.
                if (invoice.Due.MinorUnits <= 0) return;
                var set = new Payment(sale.Property.Id, sale.Account.Id, bookingId, issued.IssuedOn, PaymentMethod.CreditNote, issued.Number, invoice.Due, issued.IssuedAt);
                if (open.MinorUnits > 0) set.Allocate(new OpenDocument(invoiceId, invoice.DueOn, invoice.IssuedOn, open), open);
                db.Payments.Add(set);
            });
        }, cancel);
    }

    private sealed record Sale(Booking Booking, Account Account, Property Property);

    private async Task<Invoice> IssueAsync(int bookingId, Actor actor, Func<Sale, Task<(InvoiceDraft Draft, Func<Invoice, Task> After)>> write, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryIssueAsync(bookingId, actor, write, cancel);
            }
            catch (Exception failure) when (attempt < Tries && (failure is DbUpdateConcurrencyException || db.ShouldStartAgain(failure)))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Invoice> TryIssueAsync(int bookingId, Actor actor, Func<Sale, Task<(InvoiceDraft Draft, Func<Invoice, Task> After)>> write, CancellationToken cancel)
    {
        await using var turn = await db.BeginWriteAsync(cancel);
        var code = await db.Bookings.Where(booking => booking.Id == bookingId).Join(db.Properties, booking => booking.PropertyId, property => property.Id, (_, property) => property.Code).SingleOrDefaultAsync(cancel)
            ?? throw new HouseRuleException("This booking is no longer there.");
        await db.LockInvoicingAsync(code, cancel);
        var sale = await SaleAsync(bookingId, cancel);
        var (draft, after) = await write(sale);
        var now = clock.GetCurrentInstant();
        var today = sale.Property.Today(now);
        var series = InvoiceSeries.Of(sale.Property.Code, draft.Kind, today);
        var last = await db.Invoices.Where(invoice => invoice.Series == series.Name).Select(invoice => (LocalDate?)invoice.IssuedOn).MaxAsync(cancel);
        var invoice = Invoice.Issue(draft, sale.Property.Code, await db.NextAsync(series.Name, cancel), today, last, now);
        db.Invoices.Add(invoice);
        await db.SaveChangesAsync(cancel);
        await after(invoice);
        db.Note(actor, now, nameof(Invoice), invoice.Id, "issue", to: invoice.Number);
        db.Note(actor, now, nameof(Booking), bookingId, $"issue {invoice.Number}", why: $"{invoice.Gross}");
        var reader = sale.Account.Contacts.FirstOrDefault(contact => contact is { Part: ContactPart.Billing, Email.Length: > 0 }) ?? sale.Account.Reader();
        if (reader is not null)
        {
            db.Queue(now, MailKind.Invoice, sale.Property.Id, bookingId, invoice.Language,
                new MailFacts { Hotel = HotelSheet.Of(sale.Property), Reference = sale.Booking.Reference, Title = sale.Booking.Name, Invoice = InvoiceSheets.Of(invoice, HotelSheet.Of(sale.Property), []) },
                [new MailRecipient(reader.Name, reader.Email)], invoiceId: invoice.Id);
        }

        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return invoice;
    }

    private static Func<Invoice, Task> Then(Action<Invoice> act) => invoice =>
    {
        act(invoice);
        return Task.CompletedTask;
    };

    private async Task<Sale> SaleAsync(int bookingId, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleAsync(booking => booking.Id == bookingId, cancel);
        return new Sale(booking, (await DeskQueries.AccountAsync(db, booking.AccountId, cancel))!,
            await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel));
    }

    /// <summary>With the loyalty points that its allowances use.</summary>
    private async Task<(InvoiceDraft Draft, int Points)> FinalDraftAsync(Sale sale, CancellationToken cancel)
    {
        var booking = sale.Booking;
        if (booking.Status is not (BookingStatus.Actual or BookingStatus.Closed)) throw new HouseRuleException($"The booking is {booking.Status}. The final invoice is issued once the event has begun and its actual numbers are in.");
        var missing = booking.Functions.Where(function => function is { IsCancelled: false, Actual: null }).Select(function => function.Name).ToList();
        if (missing.Count > 0) throw new HouseRuleException($"Enter how many people came first: {string.Join(", ", missing)}.");
        if (await LiveAsync(booking.Id, InvoiceKind.Final, cancel) is { } known) throw new HouseRuleException($"The final invoice is issued already: {known}. Credit it before you issue another.");
        var contract = await ContractAsync(booking.Id, cancel);
        var words = Words.In(sale.Account.Language);
        var gone = booking.Functions.Where(function => function.IsCancelled).Select(function => (int?)function.Id).ToHashSet();
        var unit = contract.UnitsWith(booking.Functions.Where(function => !function.IsCancelled).ToDictionary(function => function.Id, function => function.Charged), gone.OfType<int>().ToHashSet());
        var lines = contract.Lines.Where(line => !gone.Contains(line.FunctionId) || line.FunctionId is null).Where(line => line.Role != QuoteLineRole.Reward || unit(line).Amount != 0).OrderBy(line => line.Position).Select(line =>
        {
            var function = booking.Functions.FirstOrDefault(function => function.Id == line.FunctionId);
            return InvoiceLine.Of(line, words.Say, function?.Charged, function is null ? null : function.Guaranteed ?? function.Expected, function?.Actual, unit(line));
        }).ToList();
        var taxed = await db.Invoices.AsNoTracking().Include(invoice => invoice.Taxes)
            .Where(invoice => invoice.BookingId == booking.Id && invoice.Kind == InvoiceKind.Deposit && !db.Invoices.Any(credit => credit.CorrectsId == invoice.Id)).ToListAsync(cancel);
        foreach (var deposit in taxed) lines.AddRange(DepositSplit.Deducted(deposit, contract.TaxMode, words.Say));
        var firstDay = booking.Functions.Min(function => function.Start.Date);
        var agreement = await agreements.ForAsync(sale.Account.Id, sale.Property.Id, firstDay, cancel);
        var draft = Draft(sale, InvoiceKind.Final, contract.TaxMode, contract, lines) with
        {
            SuppliedFrom = firstDay, SuppliedUntil = booking.Functions.Max(function => function.End.Date), TermsDays = agreement?.Terms.PaymentDays ?? sale.Property.PaymentDays,
            Prepaid = await PrepaidAsync(booking.Id, contract.Currency, cancel),
        };
        return (draft, contract.PointsUsed(unit));
    }

    private static InvoiceDraft Draft(Sale sale, InvoiceKind kind, TaxMode mode, Quote contract, IReadOnlyList<InvoiceLine> lines)
    {
        var (hotel, company) = (sale.Property, sale.Account);
        return new InvoiceDraft
        {
            Kind = kind, PropertyId = hotel.Id, AccountId = company.Id, BookingId = sale.Booking.Id, Currency = contract.Currency, TaxMode = mode, Lines = lines,
            Seller = new InvoiceParty(hotel.Name, hotel.LegalName, hotel.VatNumber, hotel.RegistrationNumber, hotel.Street, hotel.PostalCode, hotel.City, hotel.Country, hotel.Email, hotel.Phone, hotel.Bank, hotel.Iban, hotel.Bic, hotel.LogoId),
            Buyer = new InvoiceParty(company.TradeName, company.LegalName, company.VatNumber, "", company.Street, company.PostalCode, company.City, company.Country),
            BookingReference = sale.Booking.Reference, EventName = sale.Booking.Name, PurchaseOrder = sale.Booking.PurchaseOrder ?? "",
            Contract = string.Create(CultureInfo.InvariantCulture, $"{contract.Number} / {contract.Revision}"), TermsDays = hotel.PaymentDays, Language = company.Language,
        };
    }

    private async Task<Quote> ContractAsync(int bookingId, CancellationToken cancel) => (await DeskQueries.ContractAsync(db, bookingId, cancel))!;

    /// <summary>What was paid on the booking's deposit requests.</summary>
    public async Task<Money> PrepaidAsync(int bookingId, Currency currency, CancellationToken cancel)
    {
        var requests = await db.Invoices.Where(invoice => invoice.BookingId == bookingId && invoice.Kind == InvoiceKind.DepositRequest).Select(invoice => invoice.Id).ToListAsync(cancel);
        return (await db.Set<Allocation>().AsNoTracking().Where(allocation => requests.Contains(allocation.InvoiceId)).ToListAsync(cancel)).Sum(currency, allocation => allocation.Amount);
    }

    private async Task<Money> SettledAsync(int invoiceId, Currency currency, CancellationToken cancel) =>
        (await db.Set<Allocation>().AsNoTracking().Where(allocation => allocation.InvoiceId == invoiceId).ToListAsync(cancel)).Sum(currency, allocation => allocation.Amount);

    private Task<string?> LiveAsync(int bookingId, InvoiceKind kind, CancellationToken cancel, List<int>? except = null) =>
        db.Invoices.Where(invoice => invoice.BookingId == bookingId && invoice.Kind == kind && (except == null || !except.Contains(invoice.Id)) && !db.Invoices.Any(credit => credit.CorrectsId == invoice.Id)).Select(invoice => invoice.Number).FirstOrDefaultAsync(cancel);
}
