using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace HotelCorporate.Web.Documents.Word;

/// <summary>The contract of a rate agreement as a Word file, for companies whose lawyers want to write into it.</summary>
public static class ContractDocx
{
    private const string Colour = "0F4C5C";
    private const string Shade = "E7EEF0";
    private const string Rule = "C3D0D4";

    /// <summary>Of the text between the margins, in twentieths of a point.</summary>
    private const int Width = 9638;

    public static byte[] Write(ContractSheet contract)
    {
        var words = Words.In(contract.Language);
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = contract.Title;
            var main = file.AddMainDocumentPart();
            var body = new Body(
                Line(contract.Hotel.Name, 20, bold: true, Colour), Line($"{contract.Hotel.LegalName}, {contract.Hotel.Street}, {contract.Hotel.PostalCode} {contract.Hotel.City}".Replace(",  ", ", ", StringComparison.Ordinal), 18),
                Line(words["Rate agreement"], 40, bold: true, Colour, before: 360), Line(contract.Title, 28, bold: true), Line($"{contract.Number}, {words.Date(contract.DatedOn)}", 18, after: 240));
            foreach (var block in contract.Blocks) body.Append(Block(block));
            var foot = main.AddNewPart<FooterPart>();
            foot.Footer = new Footer(Foot(contract));
            body.Append(new SectionProperties(new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(foot) }, new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 }));
            main.Document = new Document(body);
        }

        return bytes.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Block(ContractBlock block)
    {
        if (block.Table is { } table) return [Grid(table), new Paragraph()];
        return [block.Kind switch
        {
            ContractBlockKind.Heading => Line(block.Text, 24, bold: true, Colour, before: 240, keep: true),
            ContractBlockKind.Point => Line("\u2022\t" + block.Text, 20, indent: 284, after: 40),
            _ => Line(block.Text, 20),
        }];
    }

    /// <summary>Whose contract it is, and the page of how many.</summary>
    private static Paragraph Foot(ContractSheet contract)
    {
        var line = Line($"{contract.Hotel.LegalName} \u00b7 {contract.Number} \u00b7 ", 16, colour: "5B6B70", after: 0);
        line.ParagraphProperties!.Append(new Justification { Val = JustificationValues.Right });
        foreach (var part in new OpenXmlElement[] { Field("PAGE"), Written(" / "), Field("NUMPAGES") }) line.Append(part);
        return line;

        static Run Written(string text) => new(new RunProperties(new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri" }, new Color { Val = "5B6B70" }, new FontSize { Val = "16" }), new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        static SimpleField Field(string what) => new(Written("1")) { Instruction = what };
    }

    private static Table Grid(ContractTable table)
    {
        var widths = Widths(table);
        var properties = new TableProperties(
            new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
            new TableBorders(Border<TopBorder>(), Border<BottomBorder>(), Border<InsideHorizontalBorder>()),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa }));
        var grid = new Table(properties, new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));
        grid.Append(Row(table, widths, [.. table.Columns.Select(column => column.Title)], isHead: true));
        foreach (var row in table.Rows) grid.Append(Row(table, widths, row, isHead: false));
        return grid;

        static T Border<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = Rule };
    }

    /// <summary>By the longest text of each column. A table of a few short columns is no wider than it must be; figures stand near what they are of.</summary>
    private static List<int> Widths(ContractTable table)
    {
        var wanted = table.Columns.Select((column, i) => 300 + (108 * Math.Clamp(table.Rows.Select(row => row[i].Length).Append(column.Title.Length).Max(), 6, 44))).ToList();
        var all = wanted.Sum();
        return all < Width * 0.6 ? wanted : [.. wanted.Select(width => (int)((long)width * Width / all))];
    }

    private static TableRow Row(ContractTable table, List<int> widths, IReadOnlyList<string> cells, bool isHead)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        if (isHead) row.TableRowProperties!.Append(new TableHeader());
        for (var i = 0; i < cells.Count; i++)
        {
            var line = Line(cells[i], 18, bold: isHead, isHead ? Colour : null, after: 0);
            if (table.Columns[i].IsFigure) line.ParagraphProperties!.Append(new Justification { Val = JustificationValues.Right });
            var properties = new TableCellProperties(new TableCellWidth { Width = $"{widths[i]}", Type = TableWidthUnitValues.Dxa });
            if (isHead) properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = Shade });
            row.Append(new TableCell(properties, line));
        }

        return row;
    }

    /// <param name="size">Half points.</param>
    private static Paragraph Line(string text, int size, bool bold = false, string? colour = null, int before = 0, int after = 80, int indent = 0, bool keep = false)
    {
        var run = new RunProperties(new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri" });
        if (bold) run.Append(new Bold());
        if (colour is not null) run.Append(new Color { Val = colour });
        run.Append(new FontSize { Val = size.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        var paragraph = new ParagraphProperties();
        if (keep) paragraph.Append(new KeepNext());
        paragraph.Append(new SpacingBetweenLines { Before = $"{before}", After = $"{after}" });
        if (indent > 0) paragraph.Append(new Indentation { Left = $"{indent}", Hanging = $"{indent}" });
        var written = new Run(run);
        foreach (var (part, i) in text.Split('\t').Select((part, i) => (part, i)))
        {
            if (i > 0) written.Append(new TabChar());
            written.Append(new Text(part) { Space = SpaceProcessingModeValues.Preserve });
        }

        return new Paragraph(paragraph, written);
    }
}
