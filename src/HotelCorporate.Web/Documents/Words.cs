using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using HotelCorporate.Domain.Amounts;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Documents;

/// <summary>The words, dates and amounts of a paper or letter in its reader's language. The English text is the key; what has no translation stays English.</summary>
public sealed class Words
{
    private static readonly ConcurrentDictionary<string, Words> All = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _texts;
    private readonly LocalDatePattern _date;
    private readonly LocalDatePattern _day;

    private Words(string language)
    {
        Language = language;
        Culture = CultureInfo.GetCultureInfo(language == "sq" ? "sq-AL" : "en-GB");
        _date = LocalDatePattern.Create(language == "sq" ? "dd.MM.uuuu" : "d MMM uuuu", Culture);
        _day = LocalDatePattern.Create(language == "sq" ? "ddd dd.MM.uuuu" : "ddd d MMM uuuu", Culture);
        using var stream = typeof(Words).Assembly.GetManifestResourceStream($"HotelCorporate.Web.Resources.Documents.{language}.json");
        _texts = stream is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    public string Language { get; }

    public CultureInfo Culture { get; }

    public string this[string english] => _texts.GetValueOrDefault(english, english);

    /// <summary>The sentence with its gaps filled: {0}, {1}.</summary>
    public string Say(string english, params object[] gaps) => string.Format(Culture, this[english], gaps);

    public static Words In(string language) => All.GetOrAdd(language == "sq" ? "sq" : "en", known => new Words(known));

    public string Date(LocalDate date) => _date.Format(date);

    public string Day(LocalDate date) => _day.Format(date);

    public string Time(LocalTime time) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time);

    /// <summary>"Mon 14 Apr 2027, 09:00-17:00"; the last day is named when it is another.</summary>
    public string Span(LocalDateTime start, LocalDateTime end) => start.Date == end.Date
        ? $"{Day(start.Date)}, {Time(start.TimeOfDay)}\u2013{Time(end.TimeOfDay)}"
        : $"{Day(start.Date)}, {Time(start.TimeOfDay)} \u2013 {Day(end.Date)}, {Time(end.TimeOfDay)}";

    public string Amount(Money money) => money.Amount.ToString("N" + money.Currency.Digits, Culture);

    public string Price(UnitPrice price) => price.Amount.ToString("#,##0." + new string('0', price.Currency.Digits) + "####", Culture).TrimEnd('.', ',');

    public string Full(Money money) => $"{Amount(money)} {money.Currency.Code}";

    public string Number(decimal number) => number.ToString("#,##0.###", Culture);

    public string Percent(decimal fraction) => (fraction * 100).ToString("0.###", Culture) + " %";

    /// <summary>When notice must come for a band of the cancellation table.</summary>
    public string Notice(CancellationRow row) => (row.From, row.Until) switch
    {
        ({ } from, { } until) => Say("from {0} to {1}", Date(from), Date(until)),
        (null, { } until) => Say("until {0}", Date(until)),
        ({ } from, null) => Say("from {0}", Date(from)),
        _ => this["at any time"],
    };
}
