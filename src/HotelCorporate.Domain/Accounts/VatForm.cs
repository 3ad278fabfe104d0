using System.Text.RegularExpressions;

namespace HotelCorporate.Domain.Accounts;

/// <summary>What a VAT number looks like in each country: the form alone, nobody is asked whether it exists.</summary>
public static class VatForm
{
    /// <summary>Without the two letters of the country in front.</summary>
    private static readonly Dictionary<string, string> Forms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AL"] = "[JKLM][0-9]{8}[A-Z]", ["AT"] = "U[0-9]{8}", ["BE"] = "[01][0-9]{9}", ["BG"] = "[0-9]{9,10}", ["CH"] = "E[0-9]{9}(MWST|TVA|IVA)?", ["CY"] = "[0-9]{8}[A-Z]", ["CZ"] = "[0-9]{8,10}", ["DE"] = "[0-9]{9}", ["DK"] = "[0-9]{8}",
        ["EE"] = "[0-9]{9}", ["ES"] = "[A-Z0-9][0-9]{7}[A-Z0-9]", ["FI"] = "[0-9]{8}", ["FR"] = "[A-Z0-9]{2}[0-9]{9}", ["GB"] = "([0-9]{9}|[0-9]{12}|(GD|HA)[0-9]{3})", ["GR"] = "[0-9]{9}", ["HR"] = "[0-9]{11}", ["HU"] = "[0-9]{8}",
        ["IE"] = "[0-9][A-Z0-9+*][0-9]{5}[A-Z]{1,2}", ["IT"] = "[0-9]{11}", ["LT"] = "([0-9]{9}|[0-9]{12})", ["LU"] = "[0-9]{8}", ["LV"] = "[0-9]{11}", ["MT"] = "[0-9]{8}", ["NL"] = "[0-9]{9}B[0-9]{2}", ["PL"] = "[0-9]{10}", ["PT"] = "[0-9]{9}",
        ["RO"] = "[0-9]{2,10}", ["SE"] = "[0-9]{12}", ["SI"] = "[0-9]{8}", ["SK"] = "[0-9]{10}",
    };

    /// <summary>Whether it can be a number of that country, with or without its letters in front; true where the form is not known.</summary>
    /// <param name="number">In capitals, without spaces.</param>
    public static bool Fits(string number, string country)
    {
        if (number.Length == 0 || !Forms.TryGetValue(country, out var form)) return true;
        var letters = string.Equals(country, "GR", StringComparison.OrdinalIgnoreCase) ? "(EL|GR)" : country.ToUpperInvariant();
        return Regex.IsMatch(number.Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal), $"^({letters})?{form}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromMilliseconds(100));
    }
}
