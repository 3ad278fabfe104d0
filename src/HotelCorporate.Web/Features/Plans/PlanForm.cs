using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Plans;
using HotelCorporate.Domain.Spaces;
using Microsoft.AspNetCore.Http.Extensions;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Features.Plans;

/// <summary>What spaces are looked for together: the functions of an event, when it may be, and what holds for all its spaces. It is in the page's address, so that each question has a link of its own.</summary>
public sealed record PlanForm
{
    public LocalDate? From { get; set; }

    public LocalDate? Until { get; set; }

    /// <summary>The days of the week on which a function may be; none is every day.</summary>
    public IList<WeekDays> Days { get; set; } = [];

    public bool OneSpace { get; set; }

    public bool SameFloor { get; set; }

    public bool Daylight { get; set; }

    public bool SideBySide { get; set; }

    /// <summary>The booking whose functions these are.</summary>
    public int? BookingId { get; set; }

    /// <summary>The first day of the window that is opened.</summary>
    public LocalDate? First { get; set; }

    /// <summary>The days with the fewest spare seats first, rather than the earliest.</summary>
    public bool Cheapest { get; set; }

    /// <summary>One more row is asked for, not an answer.</summary>
    public bool More { get; set; }

    public IList<Row> Functions { get; set; } = [];

    public bool IsAsked => !More && Functions.Any(row => !row.IsEmpty);

    /// <summary>Asks for the functions of a booking that have not begun; on their own days when no others are named.</summary>
    public PlanForm For(Booking booking, Instant now)
    {
        var functions = booking.Functions.Where(function => !function.IsCancelled && function.StartsAt > now).OrderBy(function => function.StartsAt).ThenBy(function => function.Id).ToList();
        if (functions.Count == 0) return this;
        var first = functions.Min(function => function.Start.Date);
        return this with
        {
            From = From ?? first, Until = Until ?? functions.Max(function => function.Start.Date),
            Functions = [.. functions.Select(function => new Row
            {
                FunctionId = function.Id, Name = function.Name, Day = Period.DaysBetween(first, function.Start.Date) + 1,
                From = function.Start.TimeOfDay, Until = function.End.TimeOfDay, People = function.Expected, Style = function.Style,
            })],
        };
    }

    /// <summary>The same question with one row changed.</summary>
    public PlanForm With(int row, Func<Row, Row> change) => this with { Functions = [.. Functions.Select((old, i) => i == row ? change(old) : old)] };

    public PlanForm Without(PlanRule rule) => rule switch
    {
        PlanRule.OneSpace => this with { OneSpace = false },
        PlanRule.SameFloor => this with { SameFloor = false },
        PlanRule.Daylight => this with { Daylight = false },
        _ => this with { SideBySide = false },
    };

    /// <summary>As the end of an address: "?from=...".</summary>
    public string Query()
    {
        var query = new QueryBuilder();
        Add("from", From is { } from ? LocalDatePattern.Iso.Format(from) : null);
        Add("until", Until is { } until ? LocalDatePattern.Iso.Format(until) : null);
        foreach (var day in Days) query.Add("days", day.ToString());
        foreach (var (name, isOn) in new[] { ("oneSpace", OneSpace), ("sameFloor", SameFloor), ("daylight", Daylight), ("sideBySide", SideBySide), ("cheapest", Cheapest) })
            if (isOn) query.Add(name, "true");
        Add("bookingId", BookingId?.ToString(CultureInfo.InvariantCulture));
        Add("first", First is { } first ? LocalDatePattern.Iso.Format(first) : null);
        for (var i = 0; i < Functions.Count; i++)
        {
            var row = Functions[i];
            Add($"functions[{i}].functionId", row.FunctionId?.ToString(CultureInfo.InvariantCulture));
            Add($"functions[{i}].name", row.Name);
            Add($"functions[{i}].day", row.Day?.ToString(CultureInfo.InvariantCulture));
            Add($"functions[{i}].from", Clock(row.From));
            Add($"functions[{i}].until", Clock(row.Until));
            Add($"functions[{i}].people", row.People?.ToString(CultureInfo.InvariantCulture));
            Add($"functions[{i}].style", row.Style.ToString());
        }

        return query.ToString();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) query.Add(name, value);
        }

        static string? Clock(LocalTime? time) => time is { } at ? LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(at) : null;
    }

    /// <summary>One function; a row in which nothing is typed is passed over.</summary>
    public sealed record Row
    {
        /// <summary>The booking's function that it stands for; its people are the booking's.</summary>
        public int? FunctionId { get; set; }

        [StringLength(200, ErrorMessage = "A name has 200 characters at most.")]
        public string? Name { get; set; }

        /// <summary>1 is the event's first day.</summary>
        public int? Day { get; set; }

        public LocalTime? From { get; set; }

        public LocalTime? Until { get; set; }

        [Range(1, Numbers.Most, ErrorMessage = "Say how many people are expected: 1 to 100,000.")]
        public int? People { get; set; }

        public SetupStyle Style { get; set; }

        public bool IsEmpty => FunctionId is null && string.IsNullOrWhiteSpace(Name) && From is null && Until is null && People is null;
    }
}
