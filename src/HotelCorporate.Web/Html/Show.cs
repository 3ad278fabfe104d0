using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Web.Documents;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Html;

/// <summary>Dates, times, amounts and sentences as a page shows them, in the reader's culture.</summary>
public static class Show
{
    private static Words Own => Words.Of(CultureInfo.CurrentCulture);

    /// <summary>Day and date together: "Tue 14 Apr 2026".</summary>
    public static string Day(LocalDate date) => Own.Day(date);

    public static string Time(LocalTime time) => Own.Time(time);

    /// <summary>In the reader's format, without the currency: "1,354.70".</summary>
    public static string Amount(Money money) => Own.Amount(money);

    /// <summary>"1,354.70 EUR".</summary>
    public static string Full(Money money) => Own.Full(money);

    /// <summary>A unit price with as many decimals as it has, the currency's at least.</summary>
    public static string Price(UnitPrice price) => Own.Price(price);

    public static string Number(decimal number) => Own.Number(number);

    /// <summary>A fraction as percent: 0.2 is "20 %".</summary>
    public static string Percent(decimal fraction) => Own.Percent(fraction);

    /// <summary>For an input: all its decimals, no mark between thousands; <see cref="DecimalBinders"/> reads it back the same.</summary>
    public static string Typed(decimal? number) => number?.ToString("0.##########", CultureInfo.CurrentCulture) ?? "";

    /// <summary>For an input of type date.</summary>
    public static string Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";

    public static string Moment(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone).LocalDateTime;
        return $"{Day(local.Date)} {Time(local.TimeOfDay)}";
    }

    /// <summary>What the house says, in the reader's words.</summary>
    public static string Say(Sentence sentence) => Own.Say(sentence);

    /// <summary>A sentence as it is stored.</summary>
    public static string Noted(string? text) => text is null ? "" : Say(Sentence.Parse(text));
}
