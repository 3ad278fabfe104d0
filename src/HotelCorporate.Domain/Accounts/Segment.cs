namespace HotelCorporate.Domain.Accounts;

/// <summary>What a company is to the hotel, by what it brought.</summary>
public enum Segment
{
    Potential,
    Dormant,
    Occasional,
    Regular,
    Key,
}

/// <summary>What a company brought; bookings that are definite, actual or closed count.</summary>
/// <param name="RevenueShare">Its part of the corporate revenue of the last 12 months, a fraction.</param>
/// <param name="Bookings">In the last 12 months.</param>
/// <param name="RoomNights">In the last 12 months.</param>
/// <param name="BookingsBefore">Before that.</param>
public sealed record AccountYear(decimal RevenueShare, int Bookings, int RoomNights, int BookingsBefore);

/// <summary>Segments by rule, with the reason shown (defaults of domain section 4).</summary>
public static class Segments
{
    private const decimal KeyShare = 0.05m;
    private const int RegularBookings = 3;
    private const int RegularNights = 30;

    public static (Segment Segment, Sentence Reason) Of(AccountYear year)
    {
        if (year.RevenueShare >= KeyShare)
            return (Segment.Key, $"{decimal.Round(year.RevenueShare * 100, 1)} % of corporate revenue in 12 months");
        if (year.Bookings >= RegularBookings) return (Segment.Regular, $"{year.Bookings} bookings in 12 months");
        if (year.RoomNights >= RegularNights) return (Segment.Regular, $"{year.RoomNights} room nights in 12 months");
        if (year.Bookings > 0) return (Segment.Occasional, $"{year.Bookings} bookings in 12 months");
        return year.BookingsBefore > 0
            ? (Segment.Dormant, $"no booking in 12 months, {year.BookingsBefore} before")
            : (Segment.Potential, "no booking yet");
    }
}
