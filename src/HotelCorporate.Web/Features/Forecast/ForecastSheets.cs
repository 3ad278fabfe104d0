using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Forecasts;
using HotelCorporate.Web.Documents;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Features.Forecast;

/// <summary>The pages of the forecast as tables of a workbook: the same figures, as numbers.</summary>
public static class ForecastSheets
{
    private static readonly string[] Steps = Enum.GetNames<InquiryStep>();

    public static IReadOnlyList<TableSheet> Of(ForecastPage year, IReadOnlyList<PacePage> pace, ConversionPage conversion, LostPage lost, Words words)
    {
        var month = LocalDatePattern.Create("MMMM uuuu", words.Culture);
        string Month(int number) => month.Format(new LocalDate(year.Year, number, 1));
        string[] against = [words["On the books"], words.Say("{0}, same date", year.Year - 1), words.Say("{0}, in the end", year.Year - 1), words["Plan"]];
        object?[] Against(ForecastLine line) => [line.Booked, line.Then, line.LastYear, line.Plan];
        return
        [
            new(words["Month by month"], [words["Month"], .. RevenueForecast.Statuses.Select(status => words[status.ToString()]), words["All"], .. against, words["Not priced"]],
                [.. ForecastPage.Months.Select(number => (Month(number), Line: year.Line(number))).Select(row => Row(row.Item1, [.. row.Line.Statuses.Select(status => (object)status.Amount), row.Line.Total, .. Against(row.Line), row.Line.Unpriced]))], IsSummed: true),
            new(words["By revenue class"], [words["Revenue class"], words["All"], .. against],
                [.. Enum.GetValues<RevenueClass>().Select(revenue => (revenue, Line: year.Line(revenue: revenue))).Select(row => Row(words[row.revenue.ToString()], [row.Line.Total, .. Against(row.Line)]))], IsSummed: true),
            new(words["By segment"], [words["Segment"], words["All"], .. against],
                [.. Enum.GetValues<Segment>().Reverse().Select(segment => (segment, Line: year.Line(segment: segment))).Select(row => Row(words[row.segment.ToString()], [row.Line.Total, .. Against(row.Line)]))], IsSummed: true),
            new(words["By source"], [words["Source"], words["All"], .. against],
                [.. Enum.GetValues<AccountSource>().Select(source => (source, Line: year.Line(source: source))).Select(row => Row(words[row.source.ToString()], [row.Line.Total, .. Against(row.Line)]))], IsSummed: true),
            new(words["Plan"], [words["Month"], .. Enum.GetValues<RevenueClass>().Select(revenue => words[revenue.ToString()])],
                [.. ForecastPage.Months.Select(number => Row(Month(number), [.. Enum.GetValues<RevenueClass>().Select(revenue => (object?)year.Plan.Of(number, revenue, year.Filter.Segment))]))], IsSummed: true),
            new(words["Pace"], [words["Month"], words["Days before"], words["On the books"], words["Last year"]],
                [.. pace.SelectMany(page => page.Days.Select(days => Row(month.Format(page.First), [days, page.At(page.This, days), page.At(page.Before, days)])))]),
            new(words["Conversion"], [words["Inquiries"], .. Steps.SelectMany(step => new[] { words[step], words[step] + ", " + year.Currency })],
            [
                Funnel(words["All"], conversion.All),
                .. conversion.Months.Select(row => Funnel(Month(row.Month), row.Funnel)),
                .. conversion.Sellers.Select(row => Funnel(row.Seller.Length > 0 ? row.Seller : words["nobody's"], row.Funnel)),
                .. conversion.Segments.Select(row => Funnel(words[row.Segment.ToString()], row.Funnel)),
                .. conversion.Sources.Select(row => Funnel(words[row.Source.ToString()], row.Funnel)),
            ]),
            new(words["Lead times"], [words["Days from"], words["Days until"], words["From inquiry to definite, days"], words["From definite to the first day, days"]],
                [.. conversion.ToDefinite.Bands.Zip(conversion.ToEvent.Bands).Select(band => (IReadOnlyList<object?>)[band.First.From, band.First.Until, band.First.Count, band.Second.Count])]),
            new(words["Lost business"], [words["Ended on"], words["Reference"], words["Event"], words["Company"], words["Status"], words["Reason"], words["Competitor"], words["What was said"], words["Value"]],
                [.. lost.Bookings.Select(booking => (IReadOnlyList<object?>)[booking.EndedOn, booking.Reference, booking.Name, booking.Account, words[booking.Status.ToString()], words[booking.Reason!], booking.Competitor, booking.Comment, booking.Path.Value])], IsSummed: true),
        ];
    }

    private static IReadOnlyList<object?> Row(string name, IEnumerable<object?> cells) => [name, .. cells];

    private static IReadOnlyList<object?> Funnel(string name, Funnel funnel) => Row(name, funnel.All.SelectMany(step => new object[] { step.Figure.Count, step.Figure.Value }));
}
