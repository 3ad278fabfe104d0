using System.Globalization;
using HotelCorporate.Domain.Amounts;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Html;

/// <summary>Dates, times and amounts as a page shows them, in the reader's culture.</summary>
public static class Show
{
    /// <summary>Day and date together: "Tue 14 Apr 2026".</summary>
    public static string Day(LocalDate date) => LocalDatePattern.Create("ddd d MMM uuuu", CultureInfo.CurrentCulture).Format(date);

    public static string Time(LocalTime time) => LocalTimePattern.CreateWithInvariantCulture("HH':'mm").Format(time);

    /// <summary>In the reader's format, without the currency: "1,354.70".</summary>
    public static string Amount(Money money) => money.Amount.ToString("N" + money.Currency.Digits, CultureInfo.CurrentCulture);

    /// <summary>"1,354.70 EUR".</summary>
    public static string Full(Money money) => $"{Amount(money)} {money.Currency.Code}";

    /// <summary>A unit price with as many decimals as it has, the currency's at least.</summary>
    public static string Price(UnitPrice price) =>
        price.Amount.ToString("#,##0." + new string('0', Math.Max(price.Currency.Digits, 0)) + "####", CultureInfo.CurrentCulture).TrimEnd('.', ',');

    public static string Number(decimal number) => number.ToString("#,##0.###", CultureInfo.CurrentCulture);

    /// <summary>A fraction as percent: 0.2 is "20 %".</summary>
    public static string Percent(decimal fraction) => (fraction * 100).ToString("0.####", CultureInfo.CurrentCulture) + " %";

    /// <summary>For an input of type date.</summary>
    public static string Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";

    public static string Moment(Instant at, DateTimeZone zone) =>
        LocalDateTimePattern.Create("ddd d MMM uuuu HH':'mm", CultureInfo.CurrentCulture).Format(at.InZone(zone).LocalDateTime);
}
