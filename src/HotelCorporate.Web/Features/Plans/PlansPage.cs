using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Plans;
using NodaTime;

namespace HotelCorporate.Web.Features.Plans;

/// <summary>All that the planning of an event shows; no findings while nothing was asked.</summary>
/// <param name="OptionUntil">How long an option would stand that is put on today.</param>
public sealed record PlansPage(PlanForm Form, Booking? Booking, DateTimeZone Zone, LocalDate OptionUntil, PlanFindings? Found)
{
    private const int Rows = 3;

    /// <summary>Rows to type in; a booking has as many as it has functions.</summary>
    public int RowCount => Booking is not null ? Form.Functions.Count : Math.Max(Rows, Form.Functions.Count + (Form.More ? 1 : 0));

    public string Address(LocalDate first) => "/plans" + (Form with { First = first }).Query();
}

/// <summary>What was found: the days on which the event fits, and the one that is opened.</summary>
/// <param name="Windows">Every first day that was looked at, the earliest first.</param>
/// <param name="Opened">None while nobody chose one of several.</param>
/// <param name="Answer">The plans of the one that is opened.</param>
/// <param name="Refusal">Why the opened one does not fit; null when it does.</param>
public sealed record PlanFindings(IReadOnlyList<PlanWindow> Windows, PlanWindow? Opened, PlanAnswer? Answer, PlanRefusal? Refusal)
{
    /// <summary>Days that are listed at once.</summary>
    public const int Listed = 50;

    private const int Near = 3;

    public int FitCount => Windows.Count(window => window.Fits != false);

    public IEnumerable<PlanWindow> List(bool cheapest)
    {
        var fitting = Windows.Where(window => window.Fits != false);
        return (cheapest ? fitting.OrderBy(window => window.AtLeast).ThenBy(window => window.First) : fitting).Take(Listed);
    }

    /// <summary>The nearest days on which the event fits, when it does not on the opened one.</summary>
    public IEnumerable<PlanWindow> Nearest() => Opened is not { } opened ? [] : Windows
        .Where(window => window.Fits == true && window.First != opened.First).OrderBy(window => Math.Abs(Period.DaysBetween(opened.First, window.First))).Take(Near).OrderBy(window => window.First);
}
