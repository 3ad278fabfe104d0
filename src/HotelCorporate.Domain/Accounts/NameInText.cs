using System.Globalization;
using System.Text;

namespace HotelCorporate.Domain.Accounts;

/// <summary>Finds a person's name in words that somebody typed, with or without its accents: "Engjell" stands in "Ëngjëll called".</summary>
public static class NameInText
{
    /// <summary>Small letters without accents; all else stays as it is.</summary>
    public static string Folded(string text) => Fold(text).Folded;

    public static bool Holds(string text, string name) => name.Length > 0 && Folded(text).Contains(Folded(name), StringComparison.Ordinal);

    /// <summary>The text with another name in each place where the name stood; the rest of it to the letter.</summary>
    public static string Replaced(string text, string name, string other)
    {
        var wanted = Folded(name);
        var (folded, places) = Fold(text);
        if (wanted.Length == 0 || !folded.Contains(wanted, StringComparison.Ordinal)) return text;
        var (result, done, end) = (new StringBuilder(text.Length), 0, 0);
        for (var at = folded.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(wanted, end, StringComparison.Ordinal))
        {
            end = at + wanted.Length;
            while (end < folded.Length && places[end] == places[end - 1]) end++; // a letter that is two when folded goes whole
            result.Append(text, done, places[at] - done).Append(other);
            done = places[end];
        }

        return result.Append(text, done, text.Length - done).ToString();
    }

    /// <returns>The folded text, and for each of its letters and for its end the place in the text; an accent of its own belongs to the letter before it.</returns>
    private static (string Folded, List<int> Places) Fold(string text)
    {
        var (folded, places) = (new StringBuilder(text.Length), new List<int>(text.Length + 1));
        for (var i = 0; i < text.Length; i++)
        {
            foreach (var part in char.IsAscii(text[i]) || char.IsSurrogate(text[i]) ? text[i].ToString() : text[i].ToString().Normalize(NormalizationForm.FormD))
            {
                if (CharUnicodeInfo.GetUnicodeCategory(part) == UnicodeCategory.NonSpacingMark) continue;
                var small = char.ToLowerInvariant(part);
                foreach (var plain in FoldedName.Plain.GetValueOrDefault(small, small.ToString()))
                {
                    folded.Append(plain);
                    places.Add(i);
                }
            }
        }

        places.Add(text.Length);
        return (folded.ToString(), places);
    }
}
