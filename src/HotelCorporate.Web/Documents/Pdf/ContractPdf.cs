namespace HotelCorporate.Web.Documents.Pdf;

/// <summary>The contract of a rate agreement on paper.</summary>
public static class ContractPdf
{
    public static byte[] Write(ContractSheet contract)
    {
        var words = Words.In(contract.Language);
        return PdfParts.Write(contract.Hotel, contract.Language, words["Rate agreement"], contract.Number, contract.DatedOn, (paper, parts) =>
        {
            parts.Opening(words["Rate agreement"], contract.Number, contract.Title, contract.Client, [(words["Date"], words.Date(contract.DatedOn))]);
            foreach (var block in contract.Blocks) Set(paper, parts, block);
        });
    }

    private static void Set(PdfPaper paper, PdfParts parts, ContractBlock block)
    {
        if (block.Kind == ContractBlockKind.Heading) paper.Heading(block.Text, parts.Colour);
        else if (block.Kind == ContractBlockKind.Point) paper.Text("\u2022 " + block.Text, PdfPaper.Body, 1);
        else if (block.Table is { } table)
        {
            paper.Table([.. table.Columns.Select((column, i) => new PdfColumn(column.Title, column.IsFigure ? table.Rows.Any(row => row[i].Length > 14) ? 34 : 13 : i == 0 ? 26 : 22, column.IsFigure))], table.Rows.Select(row => new PdfRow(row)), parts.Colour);
            paper.Y += 6;
        }
        else paper.Text(block.Text, PdfPaper.Body, 5);
    }
}
