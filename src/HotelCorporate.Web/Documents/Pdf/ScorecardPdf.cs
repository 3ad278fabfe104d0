namespace HotelCorporate.Web.Documents.Pdf;

/// <summary>A scorecard on paper.</summary>
public static class ScorecardPdf
{
    public static byte[] Write(ScorecardSheet card)
    {
        var words = Words.In(card.Language);
        return PdfParts.Write(card.Hotel, card.Language, words["Scorecard"], $"{card.Client} {card.Year}", card.AsOf, (paper, parts) =>
        {
            paper.Text(words["Scorecard"], new PdfStyle(20, true, parts.Colour));
            paper.Text(words.Say("{0}, {1}, until {2}", card.Client, card.Year, words.Date(card.AsOf)), new PdfStyle(10, Colour: PdfPaper.Grey));
            paper.Heading(words["Month by month"], parts.Colour);
            paper.Table(
                [new(words["Month"], 24), new(words.Say("Room nights {0}", card.Year), 18, true), new(words.Say("Room nights {0}", card.Year - 1), 18, true), new(words["Average rate"], 20, true), new(words["Revenue"], 24, true)],
                [
                    .. Enumerable.Range(0, 12).Select(month => new PdfRow([
                        words.Culture.DateTimeFormat.GetMonthName(month + 1), Whole(card.Months[month].RoomNights), Whole(card.Before[month].RoomNights),
                        words.Full(card.Months[month].AverageRate), words.Full(card.Months[month].Revenue)])),
                    new PdfRow([words["Total"], Whole(card.Total.RoomNights), Whole(card.TotalBefore.RoomNights), words.Full(card.Total.AverageRate), words.Full(card.Total.Revenue)], Bold: true),
                ], parts.Colour);
            if (card.AsAgent > 0) paper.Text(words.Say("{0} of these room nights were booked for other companies.", Whole(card.AsAgent)), new PdfStyle(9, Colour: PdfPaper.Grey));
            if (card.Agreements.Count == 0) return;
            paper.Heading(words["Agreements"], parts.Colour);
            paper.Table(
                [new(words["Agreement"], 30), new(words["Promised"], 14, true), new(words["Expected by now"], 18, true), new(words["Room nights"], 14, true), new("%", 8, true), new(words["Run rate"], 14, true), new(words["Rebate due"], 18, true)],
                [.. card.Agreements.Select(agreement => new PdfRow([
                    agreement.Name, Whole(agreement.Promised), agreement.Expected?.ToString("0.0", words.Culture) ?? "", Whole(agreement.Produced),
                    agreement.Percent?.ToString(words.Culture) ?? "", agreement.RunRate?.ToString("N0", words.Culture) ?? "", agreement.Rebate is { } rebate ? words.Full(rebate) : ""]))], parts.Colour);
        });

        string Whole(int number) => number.ToString("N0", words.Culture);
    }
}
