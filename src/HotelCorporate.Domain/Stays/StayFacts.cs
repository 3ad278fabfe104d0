using NodaTime;

namespace HotelCorporate.Domain.Stays;

/// <summary>What the hotel's own system reports of a stay.</summary>
/// <param name="Company">As it is written there; empty: nobody's.</param>
/// <param name="Rate">Paid for one room and night, in the hotel's currency.</param>
/// <param name="RoomType">Its code there; it need not be one of ours.</param>
/// <param name="BookedOn">When it was booked; none: not told.</param>
public sealed record StayFacts(
    string Company, LocalDate Arrival, int Nights, int Rooms, decimal Rate, string RoomType = "", int? Guests = null, LocalDate? BookedOn = null, string RateCode = "", string Agent = "")
{
    /// <summary>Nights that a stay has at most.</summary>
    public const int MostNights = 366;

    /// <summary>More than this for a night is a slip of the finger.</summary>
    public const decimal DearestRate = 1_000_000m;

    /// <exception cref="HouseRuleException">Names the first fact that cannot stand, and its field.</exception>
    public StayFacts Checked()
    {
        if (Nights is < 1 or > MostNights) throw new HouseRuleException($"A stay has 1 to {MostNights} nights.") { Field = nameof(Nights) };
        if (Rooms is < 1 or > 2_000) throw new HouseRuleException("A stay has 1 to 2,000 rooms.") { Field = nameof(Rooms) };
        if (Rate is < 0 or > DearestRate) throw new HouseRuleException("A rate is between 0 and 1,000,000 for a night.") { Field = nameof(Rate) };
        if (Guests is < 0 or > 10_000) throw new HouseRuleException("Guests are between 0 and 10,000.") { Field = nameof(Guests) };
        if (BookedOn > Arrival) throw new HouseRuleException($"It was booked on {BookedOn!.Value}, after the arrival on {Arrival}.") { Field = nameof(BookedOn) };
        return this;
    }

    /// <summary>The company's name as people write it: systems write "lindauer_and_company_llc", people Lindauer and Company LLC.</summary>
    public static string Named(string company) => company.Contains('_', StringComparison.Ordinal)
        ? string.Join(' ', company.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => word switch
        {
            "and" or "of" or "the" => word,
            "llc" or "plc" or "pbc" or "ag" or "kg" or "sa" => word.ToUpperInvariant(),
            _ => char.ToUpperInvariant(word[0]) + word[1..],
        }))
        : company;
}
