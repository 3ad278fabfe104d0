using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Stays;

/// <summary>The part of a stay that counts: how much, at what rate, from when to when.</summary>
/// <param name="Nights">Of each room.</param>
/// <param name="RoomType">Its code in the hotel's own system.</param>
public readonly record struct StayedNights(LocalDate Arrival, int Nights, int Rooms, Money Rate, string RoomType = "", int? Guests = null);

/// <summary>Room nights and what they brought.</summary>
/// <param name="Stays">Stays of which at least one night falls in.</param>
public sealed record ProducedNights(int RoomNights, Money Revenue, int Stays)
{
    public static ProducedNights None(Currency currency) => new(0, Money.Zero(currency), 0);

    /// <summary>sum(rate x nights) / sum(nights), rounded once (domain section 5).</summary>
    public Money AverageRate => RoomNights == 0 ? Money.Zero(Revenue.Currency) : Money.Of(Revenue.Amount / RoomNights, Revenue.Currency);

    /// <summary>The nights from one day to another, both in; a stay over an end counts with its nights inside.</summary>
    public static ProducedNights Of(IEnumerable<StayedNights> stays, LocalDate from, LocalDate to, Currency currency)
    {
        var (nights, revenue, count) = (0, Money.Zero(currency), 0);
        foreach (var stay in stays)
        {
            var inside = Inside(stay, from, to);
            if (inside == 0) continue;
            nights += inside * stay.Rooms;
            revenue += stay.Rate * (inside * stay.Rooms);
            count++;
        }

        return new(nights, revenue, count);
    }

    /// <summary>Month by month of a year, each night in the month in which it falls.</summary>
    public static IReadOnlyList<ProducedNights> ByMonth(IReadOnlyCollection<StayedNights> stays, int year, Currency currency) =>
        [.. Enumerable.Range(1, 12).Select(month => new YearMonth(year, month).ToDateInterval()).Select(month => Of(stays, month.Start, month.End, currency))];

    private static int Inside(StayedNights stay, LocalDate from, LocalDate to)
    {
        var (first, last) = (LocalDate.Max(stay.Arrival, from), LocalDate.Min(stay.Arrival.PlusDays(stay.Nights - 1), to));
        return first > last ? 0 : Period.DaysBetween(first, last) + 1;
    }
}
