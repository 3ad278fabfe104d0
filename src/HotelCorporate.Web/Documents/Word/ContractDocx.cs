using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace HotelCorporate.Web.Documents.Word;

/// <summary>The contract of a rate agreement as a Word file, for companies whose lawyers want to write into it.</summary>
public static class ContractDocx
{
    private const string Colour = "0F4C5C";

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
                Line(words["Rate agreement"], 40, bold: true, Colour), Line(contract.Title, 28, bold: true), Line($"{contract.Number}, {words.Date(contract.DatedOn)}", 18));
            foreach (var block in contract.Blocks) body.Append(Block(block));
            body.Append(new SectionProperties(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 }));
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
            ContractBlockKind.Point => Line("\u2022 " + block.Text, 20, indent: 284),
            _ => Line(block.Text, 20),
        }];
    }

    private static Table Grid(ContractTable table)
    {
        var borders = new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 });
        var grid = new Table(new TableProperties(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }, borders), new TableGrid(table.Columns.Select(_ => new GridColumn())));
        grid.Append(Row(table, [.. table.Columns.Select(column => column.Title)], isHead: true));
        foreach (var row in table.Rows) grid.Append(Row(table, row, isHead: false));
        return grid;
    }

    private static TableRow Row(ContractTable table, IReadOnlyList<string> cells, bool isHead)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        if (isHead) row.TableRowProperties!.Append(new TableHeader());
        for (var i = 0; i < cells.Count; i++)
        {
            var line = Line(cells[i], 18, bold: isHead, after: 20);
            if (table.Columns[i].IsFigure) line.ParagraphProperties!.Append(new Justification { Val = JustificationValues.Right });
            row.Append(new TableCell(line));
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
        if (indent > 0) paragraph.Append(new Indentation { Left = $"{indent}" });
        return new Paragraph(paragraph, new Run(run, new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }
}
