namespace HotelCorporate.Web.Documents.Pdf;

/// <summary>A commission statement on paper.</summary>
public static class CommissionPdf
{
    public static byte[] Write(CommissionSheet sheet)
    {
        var words = Words.In(sheet.Language);
        return PdfParts.Write(sheet.Hotel, sheet.Language, words["Commission statement"], sheet.Agency, sheet.AsOf, (paper, parts) =>
        {
            paper.Text(words["Commission statement"], new PdfStyle(20, true, parts.Colour));
            paper.Text(words.Say("{0}, {1} to {2}", sheet.Agency, words.Date(sheet.From), words.Date(sheet.To)), new PdfStyle(10, Colour: PdfPaper.Grey));
            paper.Table(
                [new(words["Day"], 18), new(words["What"], 40), new(words["For"], 16), new(words["Room nights"], 12, true), new(words["Revenue"], 20, true), new("%", 8, true), new(words["Commission"], 20, true)],
                [
                    .. sheet.Lines.Select(line => new PdfRow([
                        words.Date(line.On), line.What, words[line.Source.ToString()], line.Nights > 0 ? line.Nights.ToString("N0", words.Culture) : "", words.Full(line.Base), words.Percent(line.Fraction).TrimEnd('%', ' '), words.Full(line.Earned)])),
                    new PdfRow([words["Total"], "", "", sheet.Nights.ToString("N0", words.Culture), words.Full(sheet.Base), "", words.Full(sheet.Earned)], Bold: true),
                ], parts.Colour);
            paper.Text(words["Commission is earned on nights that were slept and on functions that were paid, without their bedrooms; never on what was cancelled."], new PdfStyle(9, Colour: PdfPaper.Grey));
        });
    }
}
