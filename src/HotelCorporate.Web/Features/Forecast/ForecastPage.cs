using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Forecasts;
using NodaTime;

namespace HotelCorporate.Web.Features.Forecast;

/// <summary>A year against the one before and the plan.</summary>
/// <param name="SameDay">Today, a year ago.</param>
/// <param name="Now">All that counts, in each status.</param>
/// <param name="Then">Last year as its books stood a year ago today.</param>
/// <param name="LastYear">Last year as it stands now.</param>
/// <param name="Unpriced">How many bookings of each month have no price.</param>
public sealed record ForecastPage(
    ForecastFilter Filter, LocalDate Today, LocalDate SameDay, RevenueForecast Now, RevenueForecast Then, RevenueForecast LastYear, PlannedYear Plan, IReadOnlyDictionary<int, int> Unpriced)
{
    public static IReadOnlyList<int> Months { get; } = [.. Enumerable.Range(1, 12)];

    public static IReadOnlyList<BookingStatus> NotBooked { get; } = [BookingStatus.Inquiry, BookingStatus.Quoted, BookingStatus.Tentative];

    public int Year => Filter.Year!.Value;

    public Currency Currency => Now.Currency;

    /// <summary>One line of figures: a month, a segment, a source, a revenue class, or the whole.</summary>
    public ForecastLine Line(int? month = null, Segment? segment = null, RevenueClass? revenue = null, AccountSource? source = null)
    {
        var filter = Filter with { Month = month ?? Filter.Month, Segment = segment ?? Filter.Segment, Revenue = revenue ?? Filter.Revenue, Source = source ?? Filter.Source };
        var slice = new ForecastSlice(filter.Month, null, filter.Segment, filter.Revenue, Source: filter.Source);
        var booked = slice with { OnTheBooks = true };
        var unpriced = filter.Month is { } one ? Unpriced.GetValueOrDefault(one) : Unpriced.Values.Sum();
        return new ForecastLine(
            filter, [.. RevenueForecast.Statuses.Select(status => (status, Now.Of(slice with { Status = status })))], Now.Of(slice), Now.Of(booked), Then.Of(slice), LastYear.Of(booked),
            filter.Source is null ? Plan.Of(filter.Month, filter.Revenue, filter.Segment) : null, unpriced); // no plan is made by source
    }
}

/// <summary>What a line of the forecast says; each of its figures opens the bookings behind it.</summary>
/// <param name="Booked">Definite, actual and closed.</param>
/// <param name="Then">Booked last year, a year ago today.</param>
/// <param name="LastYear">Booked last year, as it ended or stands now.</param>
/// <param name="Plan">None: nothing is planned.</param>
public sealed record ForecastLine(
    ForecastFilter Filter, IReadOnlyList<(BookingStatus Status, Money Amount)> Statuses, Money Total, Money Booked, Money Then, Money LastYear, Money? Plan, int Unpriced)
{
    /// <summary>How much of the plan is on the books, a fraction; none without a plan.</summary>
    public decimal? OfPlan => Plan is { IsZero: false } plan ? Booked.Amount / plan.Amount : null;

    /// <summary>Against the same date last year, a fraction: 0.1 is a tenth more; none when nothing was booked then.</summary>
    public decimal? Growth => Then.IsZero ? null : (Booked.Amount - Then.Amount) / Then.Amount;
}
