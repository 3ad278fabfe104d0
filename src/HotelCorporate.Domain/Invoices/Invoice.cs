using HotelCorporate.Domain.Amounts;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Domain.Invoices;

/// <summary>A document with a number. From the moment it is issued nothing of it changes; a credit note corrects it.</summary>
public sealed class Invoice
{
    private readonly List<InvoiceLine> _lines = [];
    private readonly List<InvoiceTax> _taxes = [];

    private Invoice() { }

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public int AccountId { get; private set; }

    public int BookingId { get; private set; }

    public InvoiceKind Kind { get; private set; }

    /// <summary>INV-TIA-2026-000001.</summary>
    public string Number { get; private set; } = "";

    /// <summary>INV-TIA-2026: numbers within it have no gap, and their dates never go back.</summary>
    public string Series { get; private set; } = "";

    public LocalDate IssuedOn { get; private set; }

    public LocalDate DueOn { get; private set; }

    public LocalDate? SuppliedFrom { get; private set; }

    public LocalDate? SuppliedUntil { get; private set; }

    public Instant IssuedAt { get; private set; }

    public InvoiceParty Seller { get; private set; } = null!;

    public InvoiceParty Buyer { get; private set; } = null!;

    public string BookingReference { get; private set; } = "";

    public string EventName { get; private set; } = "";

    public string PurchaseOrder { get; private set; } = "";

    /// <summary>The accepted offer and its version.</summary>
    public string Contract { get; private set; } = "";

    public int? CorrectsId { get; private set; }

    /// <summary>The number of the document that this one corrects.</summary>
    public string Corrects { get; private set; } = "";

    public string Note { get; private set; } = "";

    public string Language { get; private set; } = "en";

    public string CurrencyCode { get; private set; } = "";

    public TaxMode TaxMode { get; private set; }

    /// <summary>How many lines it was issued with; the database lets no further one in.</summary>
    public int LineCount { get; private set; }

    /// <summary>Supplies and deducted deposits, as stated.</summary>
    public Money SumOfLines { get; private set; }

    /// <summary>Taken off the whole document; positive.</summary>
    public Money Allowances { get; private set; }

    /// <summary>Put on the whole document.</summary>
    public Money Charges { get; private set; }

    /// <summary>Service charges; inside the lines when prices hold the tax.</summary>
    public Money Service { get; private set; }

    public Money Net { get; private set; }

    public Money Tax { get; private set; }

    public Money Gross { get; private set; }

    public Money Prepaid { get; private set; }

    public Money Due { get; private set; }

    public IReadOnlyList<InvoiceLine> Lines => _lines;

    public IReadOnlyList<InvoiceTax> Taxes => _taxes;

    public Currency Currency => Currency.Of(CurrencyCode);

    /// <summary>Whether the law counts it: requests and pro-formas are outside.</summary>
    public bool IsFiscal => Kind is not (InvoiceKind.DepositRequest or InvoiceKind.ProForma);

    /// <summary>Gives the document its number and date, and adds it up for good.</summary>
    /// <param name="last">The date of the last document of the series.</param>
    /// <exception cref="HouseRuleException">It has no line, mixes what must not be mixed, or would be dated before the last one.</exception>
    public static Invoice Issue(InvoiceDraft draft, string propertyCode, long next, LocalDate issuedOn, LocalDate? last, Instant now)
    {
        if (draft.Lines.Count == 0) throw new HouseRuleException("A document has one line at least.");
        if (last > issuedOn)
            throw new HouseRuleException($"The last document of this series is dated {last.Value}, after {issuedOn}. Check the clock of the computer.");
        if (draft.Lines.Any(line => line.TaxCategory == "O") && draft.Lines.Any(line => line.TaxCategory != "O"))
            throw new HouseRuleException("What is outside the scope of tax cannot stand on one document with what is taxed. Issue two.");
        if (draft.Kind == InvoiceKind.CreditNote && draft.Corrects is null) throw new HouseRuleException("A credit note names the document that it corrects.");
        var series = InvoiceSeries.Of(propertyCode, draft.Kind, issuedOn);
        var invoice = new Invoice
        {
            PropertyId = draft.PropertyId, AccountId = draft.AccountId, BookingId = draft.BookingId, Kind = draft.Kind, Number = series.Number(next), Series = series.Name,
            IssuedOn = issuedOn, IssuedAt = now, DueOn = draft.DueOn is { } due && due > issuedOn ? due : draft.DueOn is null ? issuedOn.PlusDays(draft.TermsDays) : issuedOn,
            SuppliedFrom = draft.SuppliedFrom, SuppliedUntil = draft.SuppliedUntil, Seller = draft.Seller, Buyer = draft.Buyer,
            BookingReference = draft.BookingReference, EventName = draft.EventName, PurchaseOrder = draft.PurchaseOrder, Contract = draft.Contract,
            CorrectsId = draft.Corrects?.Id, Corrects = draft.Corrects?.Number ?? "", Note = draft.Note, Language = draft.Language,
            CurrencyCode = draft.Currency.Code, TaxMode = draft.TaxMode, LineCount = draft.Lines.Count,
        };
        foreach (var line in draft.Lines)
        {
            line.Position = invoice._lines.Count + 1;
            invoice._lines.Add(line);
        }

        invoice.AddUp(draft.Prepaid ?? Money.Zero(draft.Currency));
        return invoice;
    }

    /// <summary>Everything given back: each line turned round, and what had been prepaid handed back to the client's account.</summary>
    /// <exception cref="HouseRuleException">There is nothing to give back.</exception>
    public InvoiceDraft Credit(string reason)
    {
        if (!IsFiscal) throw new HouseRuleException("Only invoices are credited. A request or pro-forma charges nothing.");
        if (Kind == InvoiceKind.CreditNote) throw new HouseRuleException("A credit note is not credited. Issue a new invoice.");
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 500) throw new HouseRuleException("Say why the document is credited, in 500 characters at most.");
        return new InvoiceDraft
        {
            Kind = InvoiceKind.CreditNote, PropertyId = PropertyId, AccountId = AccountId, BookingId = BookingId, Seller = Seller, Buyer = Buyer, Currency = Currency,
            TaxMode = TaxMode, Lines = [.. _lines.OrderBy(line => line.Position).Select(line => line.Reversed())], BookingReference = BookingReference, EventName = EventName,
            PurchaseOrder = PurchaseOrder, Contract = Contract, SuppliedFrom = SuppliedFrom, SuppliedUntil = SuppliedUntil, Prepaid = -Prepaid, TermsDays = 0,
            Corrects = this, Note = reason.Trim(), Language = Language,
        };
    }

    /// <summary>The net of each line. When prices hold the tax, the net of a group is shared over its lines: the parts always sum to the whole.</summary>
    public IReadOnlyList<Money> LineNets()
    {
        var nets = _lines.Select(line => line.Amount).ToArray();
        if (TaxMode == TaxMode.Exclusive) return nets;
        foreach (var group in Enumerable.Range(0, _lines.Count).GroupBy(i => (_lines[i].TaxCategory, _lines[i].TaxRate)))
        {
            var net = _taxes.First(tax => (tax.Category, tax.Rate) == group.Key).Net;
            int[] all = [.. group];
            foreach (var (i, part) in all.Zip(Amounts.LineNets.Share(net, [.. all.Select(i => _lines[i].Amount)], group.Key.TaxRate))) nets[i] = part;
        }

        return nets;
    }

    /// <summary>What each named service charge comes to.</summary>
    public IReadOnlyList<ServiceSum> ServicesByName() => DocumentSum.Of(TaxMode, Currency, [.. _lines.Select(line => line.ToSum())]).Services;

    private void AddUp(Money prepaid)
    {
        var sum = DocumentSum.Of(TaxMode, Currency, [.. _lines.Select(line => line.ToSum())], prepaid);
        SumOfLines = Of(InvoiceLineRole.Supply) + Of(InvoiceLineRole.Deposit);
        Allowances = -Of(InvoiceLineRole.Allowance);
        Charges = Of(InvoiceLineRole.Charge);
        (Service, Net, Tax, Gross, Prepaid, Due) = (sum.Service, sum.Net, sum.Tax, sum.Gross, prepaid, sum.Due);
        _taxes.AddRange(sum.Taxes.Select(group => new InvoiceTax(group)));

        Money Of(InvoiceLineRole role) => _lines.Where(line => line.Role == role).Sum(Currency, line => line.Amount);
    }
}
