using System.Globalization;
using System.Text;

namespace HotelCorporate.Domain.Accounts;

/// <summary>A name as people search for it: small letters, no accents, no punctuation; for comparing also without the legal form.</summary>
public static class FoldedName
{
    private static readonly HashSet<string> LegalForms = new(StringComparer.Ordinal)
    {
        "ltd", "limited", "llc", "inc", "plc", "corp", "gmbh", "ag", "kg", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab", "as", "oy", "shpk", "sha", "doo", "ad", "ood", "co", "company",
    };

    /// <summary>Letters that no accent can be taken from.</summary>
    internal static readonly Dictionary<char, string> Plain = new()
    {
        ['ß'] = "ss", ['ø'] = "o", ['đ'] = "d", ['ð'] = "d", ['ł'] = "l", ['æ'] = "ae", ['œ'] = "oe", ['ı'] = "i", ['þ'] = "th", ['ħ'] = "h",
    };

    /// <summary>"Çelësi Sh.p.k." is "celesi shpk".</summary>
    public static string Of(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark || letter is '.' or '\'' or '’') continue;
            if (Plain.TryGetValue(letter, out var plain)) folded.Append(plain);
            else folded.Append(char.IsLetterOrDigit(letter) ? letter : letter == '&' ? '&' : ' ');
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>"Çelësi Sh.p.k." is "celesi": two companies of this same core may be one.</summary>
    public static string Core(string name)
    {
        var words = Of(name).Split(' ').Where(word => !LegalForms.Contains(word)).ToList();
        return words.Count == 0 ? Of(name) : string.Join(' ', words);
    }
}
