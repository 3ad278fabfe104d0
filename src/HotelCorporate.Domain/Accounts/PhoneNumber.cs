namespace HotelCorporate.Domain.Accounts;

/// <summary>A telephone number in the one form that E.164 knows: +, country, number.</summary>
public static class PhoneNumber
{
    /// <summary>What one dials for a country, and the figure that falls away behind it.</summary>
    private static readonly Dictionary<string, (string Code, string Trunk)> Countries = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AL"] = ("355", "0"), ["AT"] = ("43", "0"), ["BA"] = ("387", "0"), ["BE"] = ("32", "0"), ["BG"] = ("359", "0"), ["CH"] = ("41", "0"), ["CY"] = ("357", ""), ["CZ"] = ("420", ""), ["DE"] = ("49", "0"), ["DK"] = ("45", ""),
        ["EE"] = ("372", ""), ["ES"] = ("34", ""), ["FI"] = ("358", "0"), ["FR"] = ("33", "0"), ["GB"] = ("44", "0"), ["GR"] = ("30", ""), ["HR"] = ("385", "0"), ["HU"] = ("36", "06"), ["IE"] = ("353", "0"), ["IS"] = ("354", ""),
        ["IT"] = ("39", ""), ["LT"] = ("370", "0"), ["LU"] = ("352", ""), ["LV"] = ("371", ""), ["ME"] = ("382", "0"), ["MK"] = ("389", "0"), ["MT"] = ("356", ""), ["NL"] = ("31", "0"), ["NO"] = ("47", ""), ["PL"] = ("48", ""),
        ["PT"] = ("351", ""), ["RO"] = ("40", "0"), ["RS"] = ("381", "0"), ["SE"] = ("46", "0"), ["SI"] = ("386", "0"), ["SK"] = ("421", "0"), ["TR"] = ("90", "0"), ["UA"] = ("380", "0"), ["XK"] = ("383", "0"),
        ["US"] = ("1", "1"), ["CA"] = ("1", "1"), ["AU"] = ("61", "0"), ["NZ"] = ("64", "0"), ["JP"] = ("81", "0"), ["CN"] = ("86", "0"), ["IN"] = ("91", "0"), ["AE"] = ("971", "0"), ["IL"] = ("972", "0"), ["ZA"] = ("27", "0"), ["BR"] = ("55", "0"),
    };

    private const int Shortest = 7;
    private const int Longest = 15;

    /// <summary>Figures behind those of the country from which on a number that begins with them has them: a table takes its plus away.</summary>
    private const int ShortestBehindCountry = 9;

    /// <summary>"069 20 12 345" in AL, "+355 69 2012345", "355692012345" and "00355692012345" are all "+355692012345"; empty when it is no number, or its country is not known.</summary>
    public static string E164(string typed, string country)
    {
        var isInternational = typed.TrimStart().StartsWith('+');
        var digits = string.Concat(typed.Split(["(0)"], StringSplitOptions.None)).Where(char.IsAsciiDigit).Aggregate("", (number, digit) => number + digit);
        if (!isInternational && digits.StartsWith("00", StringComparison.Ordinal)) (isInternational, digits) = (true, digits[2..]);
        if (!isInternational)
        {
            if (!Countries.TryGetValue(country, out var known)) return "";
            if (known.Trunk.Length > 0 && digits.StartsWith(known.Trunk, StringComparison.Ordinal)) digits = known.Code + digits[known.Trunk.Length..];
            else if (digits.Length < known.Code.Length + ShortestBehindCountry || !digits.StartsWith(known.Code, StringComparison.Ordinal)) digits = known.Code + digits;
        }

        return digits.Length is >= Shortest and <= Longest && digits[0] != '0' ? "+" + digits : "";
    }
}
