using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>Writes what is closed in a row: hatched blocks with their reason, that lead to the space.</summary>
public sealed class DiaryClosures(IReadOnlyList<DiaryPage.Block> blocks) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var block in blocks)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<a class=\"shut l{block.Line} x{block.At.Left} w{block.At.Width}{(block.Line > 0 ? " thin" : "")}\" href=\"/spaces/{block.Closure.SpaceId}\" title=\""));
            encoder.Encode(writer, block.Tip);
            writer.Write("\" aria-label=\"");
            encoder.Encode(writer, block.Tip);
            writer.Write("\"><span class=\"label\">");
            encoder.Encode(writer, block.Closure.Reason);
            writer.Write("</span></a>");
        }
    }
}
