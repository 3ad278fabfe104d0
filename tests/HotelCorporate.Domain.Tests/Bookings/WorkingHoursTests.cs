using HotelCorporate.Domain.Bookings;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Bookings;

public sealed class WorkingHoursTests
{
    private static readonly DateTimeZone Tirana = DateTimeZoneProviders.Tzdb["Europe/Tirane"];
    private static readonly WorkingHours Office = new(new LocalTime(9, 0), new LocalTime(17, 0), Tirana);

    [Fact]
    public void Sixteen_hours_from_Friday_noon_end_on_Tuesday_noon() =>
        Assert.Equal(At(2026, 12, 1, 12), Office.Plus(At(2026, 11, 27, 12), 16));

    [Fact]
    public void Hours_before_the_office_opens_do_not_count() =>
        Assert.Equal(At(2026, 11, 24, 17), Office.Plus(At(2026, 11, 24, 6), 8));

    [Fact]
    public void A_holiday_is_left_out() =>
        Assert.Equal(At(2026, 12, 1, 10), (Office with { Holidays = new HashSet<LocalDate> { new(2026, 11, 30) } }).Plus(At(2026, 11, 27, 16), 2));

    private static Instant At(int year, int month, int day, int hour) => Tirana.AtStrictly(new LocalDateTime(year, month, day, hour, 0)).ToInstant();
}
