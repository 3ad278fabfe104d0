using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace HotelCorporate.Web.Documents.Pdf;

/// <summary>A style of text: size in points.</summary>
internal readonly record struct PdfStyle(float Size, bool Bold = false, SKColor? Colour = null)
{
    public float Line => Size * 1.42f;
}

internal readonly record struct PdfColumn(string Title, float Width, bool Right = false);

/// <summary>A row of a table; a detail stands in small letters below the first cell.</summary>
internal sealed record PdfRow(IReadOnlyList<string> Cells, bool Bold = false, string Detail = "");

/// <summary>A4 paper that is filled from top to bottom: wrapped text, tables whose header repeats, blocks kept together, page x of y.</summary>
internal sealed class PdfPaper
{
    public const float Width = 595.28f;
    public const float Height = 841.89f;
    public const float Margin = 50;
    private const float Bottom = Height - 76;

    /// <summary>Of the paper that is being drawn: each text is measured several times.</summary>
    private static readonly Dictionary<(string Text, float Size, bool Bold), float> Widths = [];

    private static readonly SKColor Faint = new(0xDD, 0xE3, 0xE7);
    private readonly SKDocument? _document;
    private readonly Action<PdfPaper> _furniture;
    private SKCanvas? _canvas;

    /// <param name="document">None: nothing is drawn, the pages are counted.</param>
    private PdfPaper(SKDocument? document, int pages, Action<PdfPaper> furniture)
    {
        _document = document;
        _furniture = furniture;
        Pages = pages;
    }

    public static SKColor Ink { get; } = new(0x1B, 0x25, 0x2D);

    public static SKColor Grey { get; } = new(0x5B, 0x68, 0x72);

    public static PdfStyle Body { get; } = new(9);

    public static PdfStyle Small { get; } = new(7.5f, Colour: Grey);

    public float Y { get; set; }

    public int Page { get; private set; }

    /// <summary>How many pages there are: known on the second drawing.</summary>
    public int Pages { get; }

    public static float Inner => Width - Margin * 2;

    /// <summary>Goes through it twice: once to count the pages, once to draw. The same input gives the same bytes.</summary>
    public static byte[] Draw(string title, string author, DateTime dated, Action<PdfPaper> furniture, Action<PdfPaper> content)
    {
        lock (PdfFonts.Lock)
        {
            Widths.Clear();
            var counted = new PdfPaper(null, 0, furniture);
            counted.NextPage();
            content(counted);

            using var stream = new MemoryStream();
            using var document = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata
            {
                Title = title, Author = author, Creator = "HotelCorporate", Producer = "HotelCorporate", Creation = dated, Modified = dated,
                RasterDpi = 150, EncodingQuality = 90,
            });
            var paper = new PdfPaper(document, counted.Page, furniture);
            paper.NextPage();
            content(paper);
            document.EndPage();
            document.Close();
            return stream.ToArray();
        }
    }

    public void NextPage()
    {
        if (Page > 0) _document?.EndPage();
        Page++;
        _canvas = _document?.BeginPage(Width, Height);
        Y = Margin;
        _furniture(this);
    }

    /// <summary>Goes to the next page unless so much still fits on this one.</summary>
    public void Keep(float height)
    {
        if (Y + height > Bottom) NextPage();
    }

    public void Box(float x, float y, float width, float height, SKColor colour, float radius = 0)
    {
        if (_canvas is null) return;
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        _canvas.DrawRoundRect(x, y, width, height, radius, radius, paint);
    }

    public void Rule(SKColor? colour = null, float weight = 0.6f)
    {
        Box(Margin, Y, Inner, weight, colour ?? Faint);
        Y += weight;
    }

    /// <summary>A picture in the upper right corner of a space, as large as it fits.</summary>
    /// <param name="png">What is no picture is left out.</param>
    public void Picture(byte[] png, float right, float y, float width, float height)
    {
        if (_canvas is null) return;
        using var picture = SKImage.FromEncodedData(png);
        if (picture is null) return;
        var scale = Math.Min(width / picture.Width, height / picture.Height);
        _canvas.DrawImage(picture, SKRect.Create(right - (picture.Width * scale), y, picture.Width * scale, picture.Height * scale), new SKSamplingOptions(SKCubicResampler.Mitchell));
    }

    /// <summary>One line at a place of its own; <paramref name="y"/> is the top of the line.</summary>
    public void Line(string text, PdfStyle style, float x, float y, float width, bool right = false)
    {
        if (_canvas is null) return;
        var start = right ? x + width - Measure(text, style) : x;
        using var paint = new SKPaint { Color = style.Colour ?? Ink, IsAntialias = true };
        var runs = PdfFonts.Runs(text, style.Bold);
        foreach (var (face, part) in runs)
        {
            var font = face.Font(style.Size);
            _canvas.DrawShapedText(face.Shaper, part, start, y + style.Size * 1.07f, SKTextAlign.Left, font, paint);
            if (runs.Count > 1) start += face.Shaper.Shape(part, font).Width;
        }
    }

    /// <summary>Text over the whole width, wrapped, from here on down.</summary>
    public void Text(string text, PdfStyle style, float space = 0)
    {
        foreach (var line in Wrap(text, style, Inner))
        {
            Keep(style.Line);
            Line(line, style, Margin, Y, Inner);
            Y += style.Line;
        }

        Y += space;
    }

    /// <summary>A heading that does not stand alone at the foot of a page.</summary>
    public void Heading(string text, SKColor colour)
    {
        Y += 14;
        Keep(64);
        Line(text, new PdfStyle(11, true, colour), Margin, Y, Inner);
        Y += 19;
    }

    /// <summary>A table; the header repeats on each page and no row is cut.</summary>
    public void Table(IReadOnlyList<PdfColumn> columns, IEnumerable<PdfRow> rows, SKColor colour)
    {
        var share = Inner / columns.Sum(column => column.Width);
        Header();
        foreach (var row in rows)
        {
            var style = Body with { Bold = row.Bold };
            var cells = columns.Select((column, i) => Wrap(row.Cells[i], style, column.Width * share - 8)).ToList();
            var detail = row.Detail.Length == 0 ? [] : Wrap(row.Detail, Small, columns[0].Width * share - 8);
            var height = Math.Max(cells.Max(lines => lines.Count) * Body.Line, cells[0].Count * Body.Line + detail.Count * Small.Line) + 7;
            if (Y + height > Bottom)
            {
                NextPage();
                Header();
            }

            var x = Margin;
            for (var i = 0; i < columns.Count; i++)
            {
                var y = Y + 3.5f;
                foreach (var line in cells[i])
                {
                    Line(line, style, x + 4, y, columns[i].Width * share - 8, columns[i].Right);
                    y += Body.Line;
                }

                foreach (var line in i == 0 ? detail : [])
                {
                    Line(line, Small, x + 4, y, columns[0].Width * share - 8);
                    y += Small.Line;
                }

                x += columns[i].Width * share;
            }

            Y += height;
            Rule();
        }

        void Header()
        {
            Keep(40);
            Box(Margin, Y, Inner, 18, colour.WithAlpha(22), 2);
            var x = Margin;
            foreach (var column in columns)
            {
                Line(column.Title, new PdfStyle(7.5f, true, colour), x + 4, Y + 4, column.Width * share - 8, column.Right);
                x += column.Width * share;
            }

            Y += 19;
        }
    }

    /// <summary>Sums at the right: name and amount; the bold one is set off.</summary>
    public void Sums(IReadOnlyList<(string Name, string Amount, bool Bold)> rows, SKColor colour)
    {
        Keep(rows.Count * 17 + 10);
        Y += 6;
        const float width = 250;
        foreach (var (name, amount, bold) in rows)
        {
            if (bold) Box(Width - Margin - width, Y - 1, width, 18, colour, 3);
            var style = bold ? new PdfStyle(10, true, SKColors.White) : Body;
            Line(name, style, Width - Margin - width + 6, Y + 1.5f, width);
            Line(amount, style, Width - Margin - width, Y + 1.5f, width - 6, right: true);
            Y += bold ? 20 : 15;
        }
    }

    private static float Measure(string text, PdfStyle style)
    {
        if (Widths.TryGetValue((text, style.Size, style.Bold), out var known)) return known;
        return Widths[(text, style.Size, style.Bold)] = PdfFonts.Runs(text, style.Bold).Sum(run => run.Face.Shaper.Shape(run.Text, run.Face.Font(style.Size)).Width);
    }

    /// <summary>Breaks at spaces and line ends; a word longer than the line is cut.</summary>
    public static IReadOnlyList<string> Wrap(string text, PdfStyle style, float width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Measure(paragraph, style) <= width)
            {
                lines.Add(paragraph); // most cells of a table
                continue;
            }

            var line = "";
            foreach (var word in paragraph.Split(' ').SelectMany(word => Pieces(word, style, width)))
            {
                var longer = line.Length == 0 ? word : line + " " + word;
                if (line.Length > 0 && Measure(longer, style) > width)
                {
                    lines.Add(line);
                    longer = word;
                }

                line = longer;
            }

            lines.Add(line);
        }

        return lines;
    }

    private static IEnumerable<string> Pieces(string word, PdfStyle style, float width)
    {
        while (word.Length > 8 && Measure(word.Length > 200 ? word[..200] : word, style) > width)
        {
            var fits = Math.Max(1, (int)(Math.Min(word.Length, 200) * width / Measure(word.Length > 200 ? word[..200] : word, style)) - 1);
            if (fits >= word.Length) break;
            if (char.IsHighSurrogate(word[fits - 1])) fits++;
            yield return word[..fits];
            word = word[fits..];
        }

        yield return word;
    }
}
