using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <summary>Less was taken than the contract says, and what that cost on that day: a function cancelled alone, or fewer people.</summary>
/// <param name="NoticeOn">The hotel's day on which it was said.</param>
/// <param name="From">People before.</param>
/// <param name="To">People after; 0 for a function that does not take place.</param>
/// <param name="FeeUnits">Minor units of the contract's currency, outside the scope of VAT.</param>
public sealed record Reduction(int PropertyId, int BookingId, int FunctionId, LocalDate NoticeOn, int From, int To, long FeeUnits)
{
    public int Id { get; private set; }

    /// <summary>How the fee came about, in words.</summary>
    public required Sentence Basis { get; init; }

    /// <summary>The invoice that asks for it.</summary>
    public int? InvoiceId { get; set; }
}
