using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;

namespace HotelCorporate.Domain.Forecasts;

/// <summary>What the bookings of one status, segment and source bring in one month and revenue class: net, before service and tax, in minor units.</summary>
/// <param name="Month">1 to 12: the month of supply.</param>
public readonly record struct ForecastPart(int Month, BookingStatus Status, Segment Segment, RevenueClass RevenueClass, long MinorUnits, AccountSource Source = AccountSource.NotSaid);

/// <summary>Which part of a year is asked for; what is not named is everything.</summary>
/// <param name="OnTheBooks">Only what is definite, actual or closed.</param>
public readonly record struct ForecastSlice(int? Month = null, BookingStatus? Status = null, Segment? Segment = null, RevenueClass? RevenueClass = null, bool OnTheBooks = false, AccountSource? Source = null)
{
    public bool Holds(ForecastPart part) =>
        (Month is null || Month == part.Month) && (Status is null || Status == part.Status) && (Segment is null || Segment == part.Segment)
        && (RevenueClass is null || RevenueClass == part.RevenueClass) && (Source is null || Source == part.Source) && (!OnTheBooks || RevenueForecast.IsOnTheBooks(part.Status));
}

/// <summary>A year as its bookings have it: each figure is the sum of its parts, whichever way they are cut.</summary>
public sealed class RevenueForecast(Currency currency, IReadOnlyCollection<ForecastPart> parts)
{
    /// <summary>The statuses that count, from the first call to the closed file; what was lost, turned down or cancelled brings nothing.</summary>
    public static IReadOnlyList<BookingStatus> Statuses { get; } =
        [BookingStatus.Inquiry, BookingStatus.Quoted, BookingStatus.Tentative, BookingStatus.Definite, BookingStatus.Actual, BookingStatus.Closed];

    /// <summary>What the hotel may count on: contracts that are definite, under way or done.</summary>
    public static IReadOnlyList<BookingStatus> Booked { get; } = [BookingStatus.Definite, BookingStatus.Actual, BookingStatus.Closed];

    public static RevenueForecast Empty(Currency currency) => new(currency, []);

    public static bool IsOnTheBooks(BookingStatus status) => status is BookingStatus.Definite or BookingStatus.Actual or BookingStatus.Closed;

    public Currency Currency => currency;

    public Money Total => Of(default);

    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public Money Of(ForecastSlice slice)
    {
        var sum = 0L;
        foreach (var part in parts)
            if (slice.Holds(part)) sum = checked(sum + part.MinorUnits);
        return new Money(sum, currency);
    }
}
