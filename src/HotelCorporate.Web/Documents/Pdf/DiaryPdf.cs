using NodaTime;
using SkiaSharp;

namespace HotelCorporate.Web.Documents.Pdf;

/// <summary>The day sheet: a day or a week of the diary on paper, day by day, space by space, in the order of time.</summary>
public static class DiaryPdf
{
    public static byte[] Write(DiarySheet diary)
    {
        var words = Words.In(diary.Language);
        return PdfParts.Write(diary.Hotel, diary.Language, words["Day sheet"], diary.Title, diary.First, (paper, parts) =>
        {
            paper.Text(words["Day sheet"], new PdfStyle(20, true, parts.Colour));
            paper.Text(diary.Title, new PdfStyle(10, Colour: PdfPaper.Grey));
            for (var day = diary.First; day <= diary.Last; day = day.PlusDays(1)) Day(paper, parts.Colour, diary, day, words);
        });
    }

    private static void Day(PdfPaper paper, SKColor colour, DiarySheet diary, LocalDate day, Words words)
    {
        paper.Heading(words.Day(day), colour);
        if (diary.Holidays.TryGetValue(day, out var holiday)) paper.Text($"{words["Public holiday"]}: {holiday}", PdfPaper.Body with { Bold = true }, 4);
        var rows = Rows(diary, day, words).ToList();
        if (rows.Count == 0)
        {
            paper.Text(words["Nothing is booked."], PdfPaper.Body);
            return;
        }

        paper.Table(
            [new(words["Space"], 17), new(words["When"], 22), new(words["Event"], 26), new(words["Status"], 17), new(words["Set-up"], 15), new(words["Contact"], 19)], rows, colour);
    }

    /// <summary>A space is named at its first row; what is closed stands before what is booked.</summary>
    private static IEnumerable<PdfRow> Rows(DiarySheet diary, LocalDate day, Words words)
    {
        var closed = diary.Closures.Where(closure => IsOn(day, closure.Start, closure.End)).ToLookup(closure => closure.Space, StringComparer.Ordinal);
        var booked = diary.Lines.Where(line => IsOn(day, line.SetFrom, line.ClearedBy)).ToLookup(line => line.Space, StringComparer.Ordinal);
        foreach (var space in diary.Spaces)
        {
            var named = space;
            foreach (var closure in closed[space]) yield return new PdfRow([Name(), Between(closure.Start, closure.End, day, words), $"{words["Closed (space)"]}: {closure.Reason}", "", "", ""]);
            foreach (var line in booked[space].OrderBy(line => line.Start)) yield return Row(Name(), line, day, words);

            string Name()
            {
                var first = named;
                named = "";
                return first;
            }
        }
    }

    private static PdfRow Row(string space, DiarySheet.Line line, LocalDate day, Words words) => new(
    [
        space,
        $"{Between(line.Start, line.End, day, words)}\n{words.Say("set-up from {0}", At(line.SetFrom, day, words))}\n{words.Say("cleared by {0}", At(line.ClearedBy, day, words))}",
        Lines(line.Event, line.Function, line.Client, line.Remarks),
        Lines(line.Reference, line.Rank is { } rank ? $"{words[line.Status]}, {words["in line, rank"]} {rank}" : words[line.Status], line.OptionUntil is { } on ? $"{words["Option until"]} {words.Day(on)}" : ""),
        $"{words[line.Style]}\n{words.Number(line.People)} {words["people"]}",
        Lines(line.Contact, line.Phone),
    ]);

    private static string Lines(params string[] lines) => string.Join('\n', lines.Where(line => line.Length > 0));

    private static bool IsOn(LocalDate day, LocalDateTime from, LocalDateTime until) => from < day.PlusDays(1).AtMidnight() && until > day.AtMidnight();

    private static string Between(LocalDateTime start, LocalDateTime end, LocalDate day, Words words) => $"{At(start, day, words)}–{At(end, day, words)}";

    /// <summary>The hour; with the day when it is another one.</summary>
    private static string At(LocalDateTime moment, LocalDate day, Words words) =>
        moment.Date == day ? words.Time(moment.TimeOfDay) : $"{words.Day(moment.Date)} {words.Time(moment.TimeOfDay)}";
}
