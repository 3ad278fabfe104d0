using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using NodaTime;

namespace HotelCorporate.Web.Features.Rates;

/// <summary>What somebody on the telephone asks for.</summary>
public sealed class RateQuery
{
    /// <summary>Nights of one question at most.</summary>
    public const int MostNights = 60;

    [Company(isPartEnough: true)]
    public int? AccountId { get; set; }

    public int? RoomTypeId { get; set; }

    public Occupancy Occupancy { get; set; }

    public LocalDate? Arrival { get; set; }

    public int? Nights { get; set; }

    /// <summary>The address of its answer.</summary>
    public string Address(int accountId) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/rates?accountId={accountId}&roomTypeId={RoomTypeId}&occupancy={Occupancy}&arrival={Show.Iso(Arrival)}&nights={Nights}");
}

/// <summary>The question and its answer.</summary>
public sealed record RatesPage(RateQuery Query, IReadOnlyList<Property> Hotels, IReadOnlyList<RoomType> RoomTypes, LocalDate Today, RatesPage.Answered? Answer)
{
    /// <param name="Competing">Agreements in force on a night of the stay, the first asked in front, and why each stands where it does.</param>
    /// <param name="Refused">Nights that were noted as refused today.</param>
    public sealed record Answered(
        Account Account, RoomType Type, Property Hotel, IReadOnlyList<StayNight> Nights, RateFacts Facts, IReadOnlyList<(Agreement Agreement, Sentence? Why)> Competing, IReadOnlyList<RateRefusal> Refused)
    {
        public StayPrice Price => new([.. Nights.Select(night => (night.Night, night.Rate))], Hotel.Currency);

        public Agreement? Of(RateAnswer rate) => Facts.Agreements.FirstOrDefault(agreement => agreement.Id == rate.AgreementId);
    }
}
