using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Quotes;

/// <summary>One night of a group beside what individual guests would take.</summary>
/// <param name="Capacity">Rooms that can be sold: physical less out of order, less what other groups hold.</param>
/// <param name="Forecast">Rooms that individual guests are expected to take.</param>
/// <param name="Group">Rooms that the group takes.</param>
/// <param name="Rate">What an individual guest pays that night, net.</param>
public sealed record DisplacedNight(LocalDate Night, int Capacity, int Forecast, int Group, Money Rate)
{
    /// <summary>Individual guests for whom no room is left because of the group: 50 rooms, forecast 40, group 20: 10.</summary>
    public int Displaced => Math.Max(0, Math.Min(Forecast, Capacity) - Math.Max(0, Capacity - Group));

    public Money Lost => Rate * Displaced;
}

/// <summary>Whether a group is worth the guests that it keeps out (domain section 10). Pure.</summary>
/// <param name="RoomNet">What the group pays for its bedrooms, net.</param>
/// <param name="OtherContribution">What its meals, hire and extras leave after their cost.</param>
/// <param name="RoomNights">Of the group.</param>
public sealed record Displacement(IReadOnlyList<DisplacedNight> Nights, Money RoomNet, Money OtherContribution, int RoomNights)
{
    public int Displaced => Nights.Sum(night => night.Displaced);

    public Money Lost => Nights.Sum(RoomNet.Currency, night => night.Lost);

    /// <summary>What the house has more of with the group than without it; below nothing when it loses.</summary>
    public Money Worth => RoomNet + OtherContribution - Lost;

    /// <summary>The net rate of a room at which the group is worth just as much as the guests it keeps out; rounded up to the minor unit, never below nothing. None without bedrooms.</summary>
    public Money? BreakEvenRate => RoomNights == 0 ? null
        : new Money(Math.Max(0, (long)decimal.Ceiling((decimal)(Lost - OtherContribution).MinorUnits / RoomNights)), RoomNet.Currency);

    /// <summary>Rooms that individual guests are expected to take on a night: the average of the same weekday in the same month of the years before, rounded half up.</summary>
    /// <param name="slept">Room nights of individual guests by night.</param>
    public static int ForecastOf(LocalDate night, IReadOnlyDictionary<LocalDate, int> slept, int years)
    {
        var like = Enumerable.Range(1, years).SelectMany(back => Days(night.PlusYears(-back))).Where(day => day.DayOfWeek == night.DayOfWeek && slept.ContainsKey(day)).Select(day => slept[day]).ToList();
        return like.Count == 0 ? 0 : (int)Math.Round(like.Average(), MidpointRounding.AwayFromZero);

        static IEnumerable<LocalDate> Days(LocalDate day) => Enumerable.Range(0, day.Calendar.GetDaysInMonth(day.Year, day.Month)).Select(new LocalDate(day.Year, day.Month, 1).PlusDays);
    }
}
