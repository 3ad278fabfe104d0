using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Stays;
using NodaTime;

namespace HotelCorporate.Web.Documents;

/// <summary>What a company brought in a year, month by month, against the year before and against what it promised: on the page, on paper, in Excel and by mail.</summary>
public sealed record ScorecardSheet
{
    public required HotelSheet Hotel { get; init; }

    public required string Client { get; init; }

    /// <summary>"en" or "sq".</summary>
    public string Language { get; init; } = "en";

    public required int Year { get; init; }

    /// <summary>The last day that counts.</summary>
    public required LocalDate AsOf { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>Twelve, January first.</summary>
    public required IReadOnlyList<ProducedNights> Months { get; init; }

    /// <summary>Those of the year before.</summary>
    public required IReadOnlyList<ProducedNights> Before { get; init; }

    /// <summary>Room nights of the year that it booked as an agency for others: they are in the months too.</summary>
    public int AsAgent { get; init; }

    public IReadOnlyList<ScorecardAgreement> Agreements { get; init; } = [];

    public ProducedNights Total => Sum(Months);

    public ProducedNights TotalBefore => Sum(Before);

    private ProducedNights Sum(IReadOnlyList<ProducedNights> months) => new(months.Sum(month => month.RoomNights), months.Sum(Currency, month => month.Revenue), months.Sum(month => month.Stays));
}

/// <summary>How an agreement stands on that day.</summary>
/// <param name="NextTierFrom">The nights from which the next tier counts.</param>
/// <param name="Rebate">Due so far.</param>
public sealed record ScorecardAgreement(
    int Id, string Name, LocalDate From, LocalDate To, int Promised, int Produced, decimal? Expected, int? Percent, int? RunRate, ProductionLight? Light, int? NextTierFrom, Money? Rebate);
