using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>Reads what a view, a workbook and a day sheet show alike.</summary>
internal static class DiaryReading
{
    /// <summary>So far back holidays matter for the business days before a function.</summary>
    private const int HolidaysBefore = 90;

    /// <summary>The booking of a function, with all of its functions.</summary>
    public static Task<Booking?> BookingOfAsync(this HotelDb db, int functionId, CancellationToken cancel) =>
        db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleOrDefaultAsync(booking => booking.Functions.Any(function => function.Id == functionId), cancel);

    /// <param name="detailed">With deadlines and telephones.</param>
    public static async Task<DiaryContent> DiaryAsync(this HotelDb db, Property property, DiarySpan span, DiaryFilter filter, bool detailed, CancellationToken cancel)
    {
        var (opens, closes) = span.In(property.Zone);
        var rooms = await DiaryQueries.RoomsAsync(db, property.Id, filter, cancel);
        var functions = await DiaryQueries.FunctionsAsync(db, property.Id, opens, closes, cancel);
        var closures = await DiaryQueries.ClosuresAsync(db, property.Id, opens, closes, cancel);
        var holidays = await DiaryQueries.HolidaysAsync(db, property.Id, span.First.PlusDays(-HolidaysBefore), span.End, cancel);
        var facts = detailed ? await DiaryQueries.FactsAsync(db, functions, cancel) : [];
        var office = new WorkingHours(property.OfficeOpens, property.OfficeCloses, property.Zone) { Days = property.OfficeDays, Holidays = holidays.Select(holiday => holiday.On).ToHashSet() };
        var due = new Dictionary<LocalDate, LocalDateTime>(); // many begin on one day
        return new DiaryContent(
            rooms, functions, closures, holidays.Where(holiday => holiday.On >= span.First).GroupBy(holiday => holiday.On).ToDictionary(day => day.Key, day => string.Join(", ", day.Select(holiday => holiday.Name))),
            facts.ToDictionary(row => row.BookingId, row => new DiaryFacts(
                row.Contract ?? (row.FirstStart is { } first ? Due(first.Date) : null), row.Contact ?? "", row.Phone ?? ""))) { Neighbours = detailed ? await NoisyNeighbours.PairsAsync(db, property.Id, cancel) : new HashSet<(int, int)>() };

        LocalDateTime Due(LocalDate first) => due.TryGetValue(first, out var known) ? known : due[first] = QuoteDates.Of(property, office, first).GuaranteeUntil;
    }
}
