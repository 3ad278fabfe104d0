using System.Collections.Concurrent;
using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Web.Languages;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Documents;

/// <summary>The words, dates and amounts of a page, paper or letter as its reader's culture writes them. The English text is the key; what has no translation stays English.</summary>
public sealed class Words
{
    private static readonly ConcurrentDictionary<string, Words> All = new(StringComparer.Ordinal);

    private readonly Language _language;
    private readonly LocalDatePattern _date;
    private readonly LocalDatePattern _day;

    private Words(CultureInfo culture)
    {
        (Culture, _language) = (culture, Languages.Language.Of(culture));
        var date = DateOf(culture);
        _date = LocalDatePattern.Create(date, culture);
        _day = LocalDatePattern.Create("ddd " + date, culture);
    }

    /// <summary>Those of whoever the page is made for.</summary>
    public static Words Here => Of(CultureInfo.CurrentUICulture);

    public string Language => _language.Code;

    public CultureInfo Culture { get; }

    public string this[string english] => _language[english];

    /// <summary>The sentence with its gaps filled: {0}, {1}.</summary>
    public string Say(string english, params object[] gaps) => string.Format(Culture, this[english], gaps);

    public string Say(Sentence sentence) => sentence.Fill(words => this[words], Write, Culture);

    /// <summary>Those of papers and letters in that language.</summary>
    public static Words In(string language) => Of(Languages.Language.Of(language).Cultures[0]);

    public static Words Of(CultureInfo culture) => All.GetOrAdd(culture.Name, _ => new Words(culture));

    public string Date(LocalDate date) => _date.Format(date);

    /// <summary>Day and date together: "Tue 14 Apr 2026".</summary>
    public string Day(LocalDate date) => _day.Format(date);

    public string Time(LocalTime time) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time);

    /// <summary>"Mon 14 Apr 2027, 09:00-17:00"; the last day is named when it is another.</summary>
    public string Span(LocalDateTime start, LocalDateTime end) => start.Date == end.Date
        ? $"{Day(start.Date)}, {Time(start.TimeOfDay)}\u2013{Time(end.TimeOfDay)}"
        : $"{Day(start.Date)}, {Time(start.TimeOfDay)} \u2013 {Day(end.Date)}, {Time(end.TimeOfDay)}";

    /// <summary>The same; of whole days the days alone, the last one in: "Mon 14 Apr 2027 - Wed 16 Apr 2027".</summary>
    public string SpanOfDays(LocalDateTime start, LocalDateTime end)
    {
        if (start.TimeOfDay != LocalTime.Midnight || end.TimeOfDay != LocalTime.Midnight) return Span(start, end);
        var last = end.Date.PlusDays(-1);
        return last == start.Date ? Day(last) : $"{Day(start.Date)} \u2013 {Day(last)}";
    }

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

    private string Write(object gap) => gap switch
    {
        decimal number => number.ToString("#,##0.######", Culture),
        LocalDate date => Day(date),
        LocalTime time => Time(time),
        LocalDateTime moment => $"{Day(moment.Date)} {Time(moment.TimeOfDay)}",
        Money money => Full(money),
        _ => (string)gap,
    };

    /// <summary>The month as a word where two ways to write it in figures are read (English); otherwise the culture's own, with two figures each.</summary>
    private static string DateOf(CultureInfo culture)
    {
        if (culture.TwoLetterISOLanguageName == "en") return culture.DateTimeFormat.MonthDayPattern.StartsWith('M') ? "MMM d, uuuu" : "d MMM uuuu";
        return string.Concat(culture.DateTimeFormat.ShortDatePattern.GroupBy(letter => letter)
            .Select(group => group.Key).Where(char.IsAsciiLetter).Select(letter => letter switch { 'd' => "dd", 'M' => "MM", _ => "uuuu" } + "."))[..^1]; // the order only
    }
}
