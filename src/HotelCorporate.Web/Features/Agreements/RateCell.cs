using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Web.Html;

namespace HotelCorporate.Web.Features.Agreements;

/// <summary>A cell of the rate grid as people type it and as Excel copies it: "128.00", "15%" for off BAR, "15% max 140" with a ceiling.</summary>
internal static class RateCell
{
    private static readonly string[] Most = ["max", "<=", "\u2264"];

    public static string Of(AgreedRate? rate)
    {
        if (rate is null) return "";
        var price = rate.Amount is { } amount ? Show.Typed(amount) : Show.Typed(rate.OffBar * 100) + "%";
        return rate.Ceiling is { } ceiling ? price + " max " + Show.Typed(ceiling) : price;
    }

    /// <summary>What the cell says; a ceiling alone is none.</summary>
    /// <exception cref="HouseRuleException">It is neither an amount nor a percentage.</exception>
    public static (decimal? Amount, decimal? OffBar, decimal? Ceiling) Read(string text, string currency, CultureInfo culture)
    {
        var mark = Most.FirstOrDefault(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
        var at = mark is null ? -1 : text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        var price = (at < 0 ? text : text[..at]).Trim();
        decimal? ceiling = at < 0 ? null : Number(text[(at + mark!.Length)..], currency, culture);
        return price.EndsWith('%') ? (null, Math.Abs(Number(price.TrimEnd('%'), currency, culture)) / 100, ceiling) : (Number(price, currency, culture), null, ceiling);
    }

    private static decimal Number(string text, string currency, CultureInfo culture)
    {
        var plain = text.Trim().Replace(currency, "", StringComparison.OrdinalIgnoreCase).Trim(' ', '\u20AC', '$', '\u00A3');
        var (number, wrong) = DecimalBinders.Read(plain, culture);
        if (number is null && plain.Any(char.IsLetter)) throw new HouseRuleException("Type an amount such as 128.00, a percentage off BAR such as 15%, or 15% max 140.");
        return number ?? throw new HouseRuleException(wrong!);
    }
}
