using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using NodaTime;

namespace HotelCorporate.Web.Features.Agreements;

/// <summary>The list of agreements.</summary>
public sealed record AgreementsPage(IReadOnlyList<AgreementsPage.Row> Rows, AgreementLabel? Label)
{
    public sealed record Row(Agreement Agreement, string Account, AgreementLabel Label);
}

/// <summary>An agreement as it is typed.</summary>
public sealed record AgreementFormPage(AgreementForm Form, Account Account, Property Property, IReadOnlyList<RoomType> RoomTypes, IReadOnlyList<Package> Packages, Agreement? Agreement);

/// <summary>All that an agreement's page shows; the rate of a night when one was asked for.</summary>
/// <param name="OverLimits">What the reader may not offer alone.</param>
public sealed record AgreementPage(
    Agreement Agreement, Account Account, Property Property, AgreementLabel Label, IReadOnlyList<RoomType> RoomTypes, IReadOnlyList<Package> Packages,
    LocalDate Today, RateAsked? Asked, RateAnswer? Rate, IReadOnlyList<Sentence> OverLimits);

/// <summary>What a rate is asked for.</summary>
public sealed class RateAsked
{
    public int? RoomTypeId { get; set; }

    public Occupancy Occupancy { get; set; }

    public LocalDate? Arrival { get; set; }

    public int? Nights { get; set; }
}
