using System.Globalization;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Forecasts;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Html;
using NodaTime;

namespace HotelCorporate.Web.Features.Forecast;

/// <summary>Which part of the forecast is looked at, as its address says it. Every figure has one: the list behind it asks for the same.</summary>
public sealed record ForecastFilter
{
    public int? Year { get; init; }

    /// <summary>1 to 12; none: the whole year.</summary>
    public int? Month { get; init; }

    public BookingStatus? Status { get; init; }

    public Segment? Segment { get; init; }

    public RevenueClass? Revenue { get; init; }

    /// <summary>How the company came to the hotel.</summary>
    public AccountSource? Source { get; init; }

    /// <summary>Only what is definite, actual or closed.</summary>
    public bool Booked { get; init; }

    /// <summary>As the books stood at the end of that day.</summary>
    public LocalDate? On { get; init; }

    /// <summary>Those without a price instead.</summary>
    public bool Unpriced { get; init; }

    /// <summary>Of inquiries: those that came so far, were lost or are open.</summary>
    public InquiryStep? Step { get; init; }

    /// <summary>Of inquiries: the seller's id; 0: nobody's.</summary>
    public int? Seller { get; init; }

    /// <summary>Of what ended: a <see cref="LostReason"/>, or "Cancelled".</summary>
    public string? Reason { get; init; }

    /// <summary>Of what ended: the house that the client chose.</summary>
    public string? Competitor { get; init; }

    /// <summary>Which page of a list, from 1.</summary>
    public int? Page { get; init; }

    /// <summary>The first of its first month.</summary>
    public LocalDate From() => new(Year!.Value, Month ?? 1, 1);

    /// <summary>The first of the month after its last one.</summary>
    public LocalDate End() => Month is null ? From().PlusYears(1) : From().PlusMonths(1);

    /// <summary>Filled up and put right: this year where none, or none that a forecast has, is named.</summary>
    public ForecastFilter Ready(Property property, LocalDate today) => this with
    {
        Year = Year is { } year && Math.Abs((long)year - today.Year) <= RevenuePlan.YearsAway ? year : today.Year,
        Month = Month is >= 1 and <= 12 ? Month : null,
        Status = Status is { } status && RevenueForecast.Statuses.Contains(status) ? status : null,
        Segment = Segment is { } segment && Enum.IsDefined(segment) ? segment : null,
        Revenue = Revenue is { } revenue && Enum.IsDefined(revenue) ? revenue : null,
        Step = Step is { } step && Enum.IsDefined(step) ? step : null,
        Reason = Reason is nameof(BookingStatus.Cancelled) || Enum.GetNames<LostReason>().Contains(Reason, StringComparer.Ordinal) ? Reason : null,
        Competitor = string.IsNullOrWhiteSpace(Competitor) ? null : Competitor.Trim(),
        Source = Source is { } source && Enum.IsDefined(source) ? source : null,
        Page = Page is >= 1 and < 100_000 ? Page : 1,
    };

    /// <summary>The address of a page of the forecast with this filter.</summary>
    /// <param name="page">What comes after /forecast, with its slash; nothing for the forecast itself.</param>
    public string At(string page = "") => "/forecast" + page + string.Concat(Parts().Select((part, i) => $"{(i == 0 ? '?' : '&')}{part.Name}={Uri.EscapeDataString(part.Value)}"));

    private IEnumerable<(string Name, string Value)> Parts()
    {
        if (Year is { } year) yield return ("year", Number(year));
        if (Month is { } month) yield return ("month", Number(month));
        if (Status is { } status) yield return ("status", status.ToString());
        if (Segment is { } segment) yield return ("segment", segment.ToString());
        if (Revenue is { } revenue) yield return ("revenue", revenue.ToString());
        if (Source is { } source) yield return ("source", source.ToString());
        if (Booked) yield return ("booked", "true");
        if (On is { } on) yield return ("on", Show.Iso(on));
        if (Unpriced) yield return ("unpriced", "true");
        if (Step is { } step) yield return ("step", step.ToString());
        if (Seller is { } seller) yield return ("seller", Number(seller));
        if (Reason is { } reason) yield return ("reason", reason);
        if (Competitor is { } competitor) yield return ("competitor", competitor);
        if (Page is > 1) yield return ("page", Number(Page.Value));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
