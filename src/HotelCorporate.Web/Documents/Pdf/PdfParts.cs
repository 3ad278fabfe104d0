using HotelCorporate.Domain.Amounts;
using NodaTime;
using SkiaSharp;

namespace HotelCorporate.Web.Documents.Pdf;

/// <summary>The parts that the hotel's papers share: letterhead, facts, programme, prices, sums, deposits, deadlines, cancellation.</summary>
internal sealed class PdfParts(PdfPaper paper, HotelSheet hotel, Words words)
{
    private readonly SKColor _colour = SKColor.TryParse(hotel.Colour, out var colour) ? colour : SKColor.Parse(HotelSheet.HouseColour);

    public SKColor Colour => _colour;

    /// <summary>A paper of the hotel: its band and name on top of each page, its legal name and the page's number at the foot.</summary>
    public static byte[] Write(HotelSheet hotel, string language, string kind, string number, LocalDate dated, Action<PdfPaper, PdfParts> content)
    {
        var words = Words.In(language);
        var title = $"{kind} {number}";
        return PdfPaper.Draw(
            title, hotel.LegalName, dated.AtMidnight().ToDateTimeUnspecified(),
            paper => new PdfParts(paper, hotel, words).Furniture(title),
            paper => content(paper, new PdfParts(paper, hotel, words)));
    }

    /// <summary>Title, whom it is for and the facts one looks for first.</summary>
    public void Opening(string kind, string number, string title, ClientSheet client, IReadOnlyList<(string Name, string Value)> facts)
    {
        paper.Text(kind, new PdfStyle(20, true, _colour));
        paper.Text(number, new PdfStyle(10, Colour: PdfPaper.Grey));
        paper.Y += 12;
        var top = paper.Y;
        var column = PdfPaper.Inner / 2 - 10;
        var left = new[]
        {
            client.Name, client.Contact, client.Street, $"{client.PostalCode} {client.City}".Trim(), client.Country,
            client.VatNumber.Length == 0 ? "" : $"{words["VAT no."]} {client.VatNumber}",
        };
        paper.Line(words["For"], PdfPaper.Small, PdfPaper.Margin, top, column);
        var y = top + 13;
        foreach (var (text, i) in left.Where(text => text.Length > 0).Select((text, i) => (text, i)))
        {
            foreach (var line in PdfPaper.Wrap(text, PdfPaper.Body with { Bold = i == 0 }, column).Take(4))
            {
                paper.Line(line, PdfPaper.Body with { Bold = i == 0 }, PdfPaper.Margin, y, column);
                y += PdfPaper.Body.Line;
            }
        }

        var right = top;
        foreach (var (name, value) in facts.Where(fact => fact.Value.Length > 0))
        {
            var lines = PdfPaper.Wrap(value, PdfPaper.Body with { Bold = true }, column - 95);
            paper.Line(name, PdfPaper.Body with { Colour = PdfPaper.Grey }, PdfPaper.Margin + column + 20, right, 90);
            foreach (var line in lines.Take(3))
            {
                paper.Line(line, PdfPaper.Body with { Bold = true }, PdfPaper.Margin + column + 115, right, column - 95);
                right += PdfPaper.Body.Line + 1;
            }
        }

        paper.Y = Math.Max(y, right) + 14;
        paper.Text(title, new PdfStyle(13, true), 2);
    }

    public void Programme(IReadOnlyList<ProgrammeRow> programme)
    {
        if (programme.Count == 0) return;
        paper.Heading(words["Programme"], _colour);
        paper.Table(
            [new(words["Function"], 30), new(words["When"], 34), new(words["Space"], 22), new(words["Set-up"], 16), new(words["Persons"], 11, true)],
            programme.Select(row => new PdfRow([row.Name, words.Span(row.Start, row.End), row.Space, words[row.Style], words.Number(row.Numbers)])), _colour);
    }

    public void Bedrooms(IReadOnlyList<BedroomRow> bedrooms)
    {
        if (bedrooms.Count == 0) return;
        paper.Heading(words["Bedrooms"], _colour);
        paper.Table(
            [new(words["Night"], 30), new(words["Room type"], 40), new(words["Rooms"], 12, true), new(words["Rate"], 18, true)],
            bedrooms.Select(row => new PdfRow([words.Day(row.Night), row.RoomType, words.Number(row.Rooms), row.Rate is { } rate ? words.Full(rate) : ""])), _colour);
    }

    public void Packages(IReadOnlyList<PackageSheet> packages)
    {
        foreach (var package in packages) List(words.Say("What {0} contains", package.Name), package.Contents);
    }

    public void List(string heading, IReadOnlyList<string> items)
    {
        if (items.Count == 0) return;
        paper.Heading(heading, _colour);
        foreach (var item in items) paper.Text("\u2022 " + item, PdfPaper.Body);
    }

    public void Prices(IReadOnlyList<PricedRow> lines, TaxMode mode, Currency currency)
    {
        if (lines.Count == 0) return;
        paper.Heading(words[mode == TaxMode.Inclusive ? "Prices, tax included" : "Prices, before tax"], _colour);
        var discounted = lines.Any(line => line.Discount is { IsZero: false });
        List<PdfColumn> columns =
        [
            new(words["Description"], 46), new(words["Quantity"], 13, true), new(words["Unit price"], 15, true), new(words["Tax"], 10, true),
            new($"{words["Amount"]} {currency.Code}", 18, true),
        ];
        if (discounted) columns.Insert(3, new(words["Discount"], 13, true));
        paper.Table(columns, lines.Select(Row), _colour);

        PdfRow Row(PricedRow line)
        {
            List<string> cells =
            [
                line.On is { } day ? $"{line.Description}, {words.Date(day)}" : line.Description, words.Number(line.Quantity), words.Price(line.UnitPrice),
                line.TaxCategory is "S" or "AA" || line.TaxRate > 0 ? words.Percent(line.TaxRate) : line.TaxCategory, words.Amount(line.Amount),
            ];
            if (discounted) cells.Insert(3, line.Discount is { IsZero: false } discount ? words.Amount(discount) : "");
            return new PdfRow(cells, Detail: line.Detail);
        }
    }

    public void Sums(
        TotalsSheet totals, IReadOnlyList<ChargeRow> allowances, IReadOnlyList<ChargeRow> charges, IReadOnlyList<TaxSheetRow> taxes, TaxMode mode,
        Money? perPerson, bool withDue)
    {
        List<(string, string, bool)> rows = [];
        rows.Add((words["Sum of lines"], words.Full(totals.Lines), false));
        rows.AddRange(allowances.Select(row => (row.Name, "\u2212" + words.Full(row.Amount), false)));
        rows.AddRange(charges.Select(row => (row.IsInside ? words.Say("of which {0}", row.Name) : row.Name, words.Full(row.Amount), false)));
        rows.Add((words["Net"], words.Full(totals.Net), false));
        rows.AddRange(taxes.Select(row => (
            mode == TaxMode.Inclusive ? words.Say("of which tax {0} on {1}", words.Percent(row.Rate), words.Amount(row.Net)) : words.Say("Tax {0} on {1}", words.Percent(row.Rate), words.Amount(row.Net)),
            words.Full(row.Tax), false)));
        rows.Add((words["Total with tax"], words.Full(totals.Gross), !withDue));
        if (withDue)
        {
            if (!totals.Prepaid.IsZero) rows.Add((words["Already paid"], "\u2212" + words.Full(totals.Prepaid), false));
            rows.Add((words["Amount due"], words.Full(totals.Due), true));
        }

        if (perPerson is { } each) rows.Add((words["Per person, all included"], words.Full(each), false));
        paper.Sums(rows, _colour);
    }

    public void Deposits(IReadOnlyList<DepositRow> deposits)
    {
        if (deposits.Count == 0) return;
        paper.Heading(words["Deposits"], _colour);
        paper.Table(
            [new(words["Part"], 40), new(words["Due on"], 24), new(words["Amount"], 18, true), new(words["Paid"], 18, true)],
            deposits.Select(row => new PdfRow([words.Say(row.Name), row.DueOn is { } due ? words.Day(due) : "", words.Full(row.Amount), row.Paid is { } paid ? words.Full(paid) : ""])),
            _colour);
    }

    public void Payments(IReadOnlyList<PaymentRow> payments)
    {
        if (payments.Count == 0) return;
        paper.Heading(words["Payments"], _colour);
        paper.Table(
            [new(words["Received on"], 30), new(words["Reference"], 50), new(words["Amount"], 20, true)],
            payments.Select(row => new PdfRow([words.Day(row.On), row.Reference, words.Full(row.Amount)])), _colour);
    }

    public void Deadlines(IReadOnlyList<DeadlineRow> deadlines)
    {
        if (deadlines.Count == 0) return;
        paper.Heading(words["Dates to keep"], _colour);
        paper.Table(
            [new(words["What"], 60), new(words["By (day)"], 40)],
            deadlines.OrderBy(row => row.On).Select(row => new PdfRow([words.Say(row.What), words.Day(row.On) + (row.At is { } at ? ", " + words.Time(at) : "")])), _colour);
    }

    public void Cancellation(IReadOnlyList<CancellationRow> cancellation)
    {
        if (cancellation.Count == 0) return;
        paper.Heading(words["What cancelling costs"], _colour);
        paper.Table(
            [new(words["Written notice"], 56), new(words["Share"], 16, true), new(words["Fee"], 28, true)],
            cancellation.Select(row => new PdfRow([words.Notice(row), row.Percent.ToString("0.##", words.Culture) + " %", row.Fee is { } fee ? words.Full(fee) : ""])), _colour);
    }

    public void Contacts(IEnumerable<ContactSheet> contacts)
    {
        var known = contacts.ToList();
        if (known.Count == 0) return;
        paper.Heading(words["Whom to ask"], _colour);
        foreach (var contact in known)
            paper.Text(string.Join(" \u00B7 ", new[] { contact.Name, words[contact.Part], contact.Email, contact.Phone }.Where(text => text.Length > 0)), PdfPaper.Body);
    }

    private void Furniture(string title)
    {
        paper.Box(0, 0, PdfPaper.Width, 6, _colour);
        var address = string.Join(" \u00B7 ", new[] { hotel.Street, $"{hotel.PostalCode} {hotel.City}".Trim(), hotel.Phone, hotel.Email }.Where(text => text.Length > 0));
        if (paper.Page == 1)
        {
            if (hotel.Logo is { } logo) paper.Picture(logo, PdfPaper.Width - PdfPaper.Margin, 24, 150, 50);
            paper.Line(hotel.Name, new PdfStyle(15, true, _colour), PdfPaper.Margin, 32, PdfPaper.Inner);
            paper.Line(address, PdfPaper.Small, PdfPaper.Margin, 54, PdfPaper.Inner);
            paper.Y = 92;
        }
        else
        {
            paper.Line(hotel.Name, new PdfStyle(9, true, _colour), PdfPaper.Margin, 28, PdfPaper.Inner);
            paper.Line(title, PdfPaper.Small, PdfPaper.Margin, 29, PdfPaper.Inner, right: true);
            paper.Y = 58;
        }

        var foot = PdfPaper.Height - 52;
        paper.Box(PdfPaper.Margin, foot - 8, PdfPaper.Inner, 0.6f, new SKColor(0xDD, 0xE3, 0xE7));
        var legal = new[] { hotel.LegalName, hotel.VatNumber.Length > 0 ? $"{words["VAT no."]} {hotel.VatNumber}" : "", hotel.RegistrationNumber == hotel.VatNumber ? "" : hotel.RegistrationNumber };
        var bank = new[] { hotel.Bank, hotel.Iban.Length > 0 ? "IBAN " + hotel.Iban : "", hotel.Bic.Length > 0 ? "BIC " + hotel.Bic : "" };
        paper.Line(string.Join(" \u00B7 ", legal.Where(text => text.Length > 0)), PdfPaper.Small, PdfPaper.Margin, foot, PdfPaper.Inner);
        paper.Line(string.Join(" \u00B7 ", bank.Where(text => text.Length > 0)), PdfPaper.Small, PdfPaper.Margin, foot + 11, PdfPaper.Inner);
        paper.Line(words.Say("Page {0} of {1}", paper.Page, paper.Pages), PdfPaper.Small, PdfPaper.Margin, foot, PdfPaper.Inner, right: true);
    }
}
