using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Desk;
using NodaTime;

namespace HotelCorporate.Web.Features.Events;

/// <summary>What the client sees of its event behind the signed link.</summary>
/// <param name="Offer">The way to the offer that is out, or to the contract.</param>
/// <param name="CanAccept">The offer is out and open.</param>
/// <param name="WhyNotExtended">Why the client may not prolong the option; none when it may.</param>
/// <param name="Exposure">What cancelling costs, once there is a contract.</param>
/// <param name="NumberOver">The last moment for a lower number is over.</param>
public sealed record EventPage(
    Booking Booking, Account Account, Property Property, string Token, IReadOnlyDictionary<int, string> SpaceNames, LocalDate Today, Instant Now, IReadOnlyList<Sentence> WaitingFor,
    string? Offer, bool CanAccept, Sentence? WhyNotExtended, IReadOnlyList<Deadline> Deadlines, Exposure? Exposure, IReadOnlyList<SentNumber> Sent, bool NumberOver)
{
    /// <summary>What a number would do to the price, before it is sent.</summary>
    public SentNumber? Preview { get; init; }

    /// <summary>What was just done, in words.</summary>
    public Sentence? Done { get; init; }

    public bool Waits => Booking.Functions.Any(function => function.IsWaiting);

    public Money Of(long units) => new(units, Property.Currency);
}
