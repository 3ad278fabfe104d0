using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <summary>Days of the week, such as those on which an office is open.</summary>
[Flags]
public enum WeekDays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    MondayToFriday = Monday | Tuesday | Wednesday | Thursday | Friday,
}

/// <summary>Asks a set of days.</summary>
public static class WeekDaysQuestions
{
    public static bool Hold(this WeekDays days, LocalDate day) => days.HasFlag((WeekDays)(1 << ((int)day.DayOfWeek - 1)));
}
