using System.Globalization;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>How much is held in a year: of the house day by day, of each space month by month.</summary>
public sealed record YearPage(YearOccupancy Held, LocalDate Date, LocalDate Today, IReadOnlyList<DiaryRoom> Rooms, IReadOnlyDictionary<LocalDate, string> Holidays, DiaryFilterBar Filters)
{
    public static IReadOnlyList<int> Months { get; } = [.. Enumerable.Range(1, 12)];

    public int Year => Held.Year;

    /// <summary>In whole percent, as the reader's culture writes it.</summary>
    public static int Percent(decimal share) => (int)Math.Round(share * 100, MidpointRounding.AwayFromZero);

    /// <summary>The class of its shade: s0 is free, s10 wholly held.</summary>
    public static string Shade(decimal share) => string.Create(CultureInfo.InvariantCulture, $"s{(share == 0 ? 0 : Math.Clamp((int)Math.Ceiling(share * 10), 1, 10))}");

    public string MonthName(int month, CultureInfo culture) => LocalDatePattern.Create("MMM", culture).Format(new LocalDate(Year, month, 1));

    /// <summary>The days of a month; null where it has none so late.</summary>
    public LocalDate? Day(int month, int day) => day <= CalendarSystem.Iso.GetDaysInMonth(Year, month) ? new LocalDate(Year, month, day) : null;

    /// <summary>Four statements and those of the filters, however much is booked.</summary>
    internal static async Task<YearPage> ReadAsync(HotelDb db, Property property, LocalDate date, LocalDate today, DiaryFilter filter, int me, CancellationToken cancel)
    {
        var span = DiarySpan.Of(DiaryView.Year, date);
        var (opens, closes) = span.In(property.Zone);
        var rooms = await DiaryQueries.RoomsAsync(db, property.Id, filter, cancel);
        var listed = rooms.Where(filter.Shows).ToList();
        var held = new YearOccupancy(date.Year, property.Zone, listed.SelectMany(room => room.Atoms).DistinctBy(atom => atom.Id).Select(atom => KeyValuePair.Create(atom.Id, atom.Lanes)));
        await foreach (var hold in DiaryQueries.HoldsAsync(db, property.Id, opens, closes, filter).WithCancellation(cancel)) held.Add(hold.AtomId, hold.From, hold.Until);
        var holidays = await DiaryQueries.HolidaysAsync(db, property.Id, span.First, span.End, cancel);
        return new YearPage(
            held, date, today, listed.FindAll(room => !room.IsRetired || held.InYear(room.AtomIds) > 0), holidays.GroupBy(holiday => holiday.On).ToDictionary(day => day.Key, day => day.First().Name),
            await DiaryFilterBar.ReadAsync(db, property.Id, span, filter, me, rooms, [], cancel));
    }
}
