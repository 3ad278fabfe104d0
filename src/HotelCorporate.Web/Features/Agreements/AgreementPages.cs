using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Domain;
using HotelCorporate.Web.Desk;
using NodaTime;

namespace HotelCorporate.Web.Features.Agreements;

/// <summary>The list of agreements.</summary>
public sealed record AgreementsPage(IReadOnlyList<AgreementsPage.Row> Rows, AgreementLabel? Label)
{
    public sealed record Row(Agreement Agreement, string Account, AgreementLabel Label);
}

/// <summary>An agreement as it is typed.</summary>
/// <param name="Choices">The hotels that the person may name.</param>
/// <param name="Hotels">Those that it holds in, of them.</param>
public sealed record AgreementFormPage(
    AgreementForm Form, Account Account, IReadOnlyList<Property> Choices, IReadOnlyList<Property> Hotels, IReadOnlyList<RoomType> RoomTypes, IReadOnlyList<Package> Packages, Agreement? Agreement)
{
    public RateGrid Grid => RateGrid.Of(Form, RoomTypes);

    public string CurrencyCode => Hotels.Count > 0 ? Hotels[0].CurrencyCode : Agreement?.Terms.CurrencyCode ?? "";

    /// <summary>The months of the term, two years of them at most.</summary>
    public IEnumerable<YearMonth> Months =>
        Form.ValidFrom is not { } from || Form.ValidTo is not { } to || to < from ? []
            : Enumerable.Range(0, 24).Select(i => from.ToYearMonth().PlusMonths(i)).TakeWhile(month => month.OnDayOfMonth(1) <= to);

    public string HotelOf(int propertyId) => Hotels.FirstOrDefault(hotel => hotel.Id == propertyId)?.Name ?? "";
}

/// <summary>All that an agreement's page shows; the rate of a night when one was asked for.</summary>
/// <param name="OverLimits">What the reader may not offer alone.</param>
public sealed record AgreementPage(
    Agreement Agreement, Account Account, Property Property, AgreementLabel Label, IReadOnlyList<RoomType> RoomTypes, IReadOnlyList<Package> Packages,
    LocalDate Today, RateAsked? Asked, RateAnswer? Rate, IReadOnlyList<Sentence> OverLimits)
{
    public required IReadOnlyList<Property> Hotels { get; init; }

    /// <summary>Each round with what the house changed after it, in words.</summary>
    public IReadOnlyList<(AgreementRound Round, IReadOnlyList<Sentence> Changed)> Rounds { get; init; } = [];

    /// <summary>The versions and renewals that it belongs to, and what each says otherwise than the one before.</summary>
    public IReadOnlyList<(Agreement Version, AgreementLabel Label, IReadOnlyList<Sentence> Changed)> Versions { get; init; } = [];

    /// <summary>Other agreements for the same nights and hotels, and which comes first, in words.</summary>
    public IReadOnlyList<(Agreement Other, LocalDate From, LocalDate To, Sentence Why)> Competing { get; init; } = [];

    /// <summary>The client's own page, while it is on offer or accepted.</summary>
    public string Link { get; init; } = "";

    /// <summary>How the promise is kept; null when nothing is promised or it is not accepted.</summary>
    public AgreementStanding? Produced { get; init; }

    /// <summary>Words that were not kept and are not settled.</summary>
    public IReadOnlyList<Breach> Breaches { get; init; } = [];
}

/// <summary>What a rate is asked for.</summary>
public sealed class RateAsked
{
    public int? RoomTypeId { get; set; }

    public Occupancy Occupancy { get; set; }

    public LocalDate? Arrival { get; set; }

    public int? Nights { get; set; }
}
