using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>Writes the bars of a row straight into the answer: a month has thousands, and a view would make a dozen pieces of each.</summary>
public sealed class DiaryBars(IReadOnlyList<DiaryPage.Bar> bars, bool detailed) : IHtmlContent
{
    private const string NewLine = "&#xA;";

    /// <summary>Every number of units that a view can have.</summary>
    private static readonly string[] Texts = [.. Enumerable.Range(0, 400).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var bar in bars)
        {
            if (bar.Ends is { } ends)
            {
                Open(writer, "<b class=\"ends", bar.Kind, ends);
                writer.Write("\"></b>");
            }

            Open(writer, "<a class=\"bar", bar.Kind, bar.At);
            writer.Write("\" href=\"/bookings/");
            writer.Write(bar.Entry.BookingId.ToString(CultureInfo.InvariantCulture));
            if (!bar.IsEcho) WriteHandle(writer, bar.Entry);
            else if (!detailed) WriteCardsFunction(writer, bar.Entry);
            if (detailed) WriteLabelAndCard(writer, encoder, bar.Entry);
            else WriteTitle(writer, encoder, bar.Entry);
        }
    }

    /// <summary>By which it is moved: the function, its booking's version and, where hours are drawn, its times to the minute.</summary>
    private static void WriteHandle(TextWriter writer, DiaryPage.Entry entry)
    {
        writer.Write("\" data-f=\"");
        writer.Write(entry.FunctionId.ToString(CultureInfo.InvariantCulture));
        writer.Write("\" data-v=\"");
        writer.Write(entry.Version.ToString(CultureInfo.InvariantCulture));
        if (entry.Start is null) return;
        writer.Write("\" data-s=\"");
        writer.Write(entry.Start);
        writer.Write("\" data-e=\"");
        writer.Write(entry.End);
    }

    /// <summary>Whose card is fetched, where it is not moved.</summary>
    private static void WriteCardsFunction(TextWriter writer, DiaryPage.Entry entry)
    {
        writer.Write("\" data-c=\"");
        writer.Write(entry.FunctionId.ToString(CultureInfo.InvariantCulture));
    }

    private static void Open(TextWriter writer, string tag, string kind, DiaryPage.Place place)
    {
        writer.Write(tag);
        writer.Write(kind);
        writer.Write(" x");
        writer.Write(Texts[place.Left]);
        writer.Write(" w");
        writer.Write(Texts[place.Width]);
        if (place.IsLate) writer.Write(" late");
    }

    private static void WriteLabelAndCard(TextWriter writer, HtmlEncoder encoder, DiaryPage.Entry entry)
    {
        writer.Write("\"><span class=\"label\">");
        if (entry.Rank is { } rank)
        {
            writer.Write("<em>");
            writer.Write(rank.ToString(CultureInfo.InvariantCulture));
            writer.Write("</em>");
        }

        encoder.Encode(writer, entry.Booking);
        writer.Write("</span><span class=\"tip\">");
        WriteLines(writer, encoder, entry.Tip);
        writer.Write("</span></a>");
    }

    private static void WriteTitle(TextWriter writer, HtmlEncoder encoder, DiaryPage.Entry entry)
    {
        writer.Write("\" title=\"");
        WriteLines(writer, encoder, entry.Tip);
        writer.Write("\" aria-label=\"");
        encoder.Encode(writer, entry.Booking);
        writer.Write("\"></a>");
    }

    private static void WriteLines(TextWriter writer, HtmlEncoder encoder, IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0) writer.Write(NewLine);
            encoder.Encode(writer, lines[i]);
        }
    }
}
