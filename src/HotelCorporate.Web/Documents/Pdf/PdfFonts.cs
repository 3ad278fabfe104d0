using System.Globalization;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace HotelCorporate.Web.Documents.Pdf;

/// <summary>The letters that papers are set in (Noto Sans, OFL, in Resources/Fonts).</summary>
internal static class PdfFonts
{
    private static readonly Face Regular = new("NotoSans-Regular");
    private static readonly Face Bold = new("NotoSans-Bold");
    private static readonly Face Arabic = new("NotoSansArabic-Regular");
    private static readonly Face Hebrew = new("NotoSansHebrew-Regular");

    /// <summary>HarfBuzz's shapers are not made for two threads at once.</summary>
    public static Lock Lock { get; } = new();

    /// <summary>Cuts the text where its script changes; a letter that no face has becomes "?", a picture (emoji) is left out.</summary>
    public static IReadOnlyList<(Face Face, string Text)> Runs(string text, bool bold)
    {
        var main = bold ? Bold : Regular;
        var runs = new List<(Face Face, string Text)>();
        var elements = text.Normalize().EnumerateRunes().ToList();
        foreach (var rune in elements)
        {
            var face = rune.Value == ' ' && runs is [.., var last] ? last.Face
                : new[] { main, Arabic, Hebrew }.FirstOrDefault(candidate => candidate.Has(rune.Value));
            var letter = rune.ToString();
            if (face is null)
            {
                if (!System.Text.Rune.IsLetterOrDigit(rune)) continue;
                (face, letter) = (main, "?");
            }

            if (runs is [.., var same] && same.Face == face) runs[^1] = (face, same.Text + letter);
            else runs.Add((face, letter));
        }

        return runs;
    }

    internal sealed class Face
    {
        private readonly SKTypeface _typeface;

        public Face(string name)
        {
            using var stream = typeof(Face).Assembly.GetManifestResourceStream($"HotelCorporate.Web.Resources.Fonts.{name}.ttf")
                ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The font {name} is not in the program."));
            using var data = SKData.Create(stream);
            _typeface = SKTypeface.FromData(data);
            Shaper = new SKShaper(_typeface);
        }

        public SKShaper Shaper { get; }

        public bool Has(int letter)
        {
            using var font = new SKFont(_typeface);
            return font.ContainsGlyph(letter);
        }

        public SKFont Font(float size) => new(_typeface, size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None, Edging = SKFontEdging.Antialias };
    }
}
