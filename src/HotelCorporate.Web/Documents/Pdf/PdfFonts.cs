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
        if (!text.IsNormalized()) text = text.Normalize();
        if (text.All(main.HasPlain)) return [(main, text)];
        var runs = new List<(Face Face, string Text)>();
        foreach (var rune in text.EnumerateRunes())
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
        private readonly Dictionary<int, bool> _has = [];
        private readonly Dictionary<float, SKFont> _fonts = [];

        public Face(string name)
        {
            using var stream = typeof(Face).Assembly.GetManifestResourceStream($"HotelCorporate.Web.Resources.Fonts.{name}.ttf")
                ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The font {name} is not in the program."));
            using var data = SKData.Create(stream);
            _typeface = SKTypeface.FromData(data);
            Shaper = new SKShaper(_typeface);
        }

        public SKShaper Shaper { get; }

        /// <summary>A letter that is one character.</summary>
        public bool HasPlain(char letter) => !char.IsSurrogate(letter) && Has(letter);

        /// <summary>Asked of each letter of each paper: looked up once. The caller has the lock.</summary>
        public bool Has(int letter)
        {
            if (!_has.TryGetValue(letter, out var known)) _has[letter] = known = Font(12).ContainsGlyph(letter);
            return known;
        }

        /// <summary>The same one each time. The caller has the lock.</summary>
        public SKFont Font(float size)
        {
            if (!_fonts.TryGetValue(size, out var font))
                _fonts[size] = font = new SKFont(_typeface, size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None, Edging = SKFontEdging.Antialias };
            return font;
        }
    }
}
