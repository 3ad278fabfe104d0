using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Stays;
using NodaTime;

namespace HotelCorporate.Web.Documents;

/// <summary>What an agency earned in a hotel from one day to another: on the page, on paper and in Excel.</summary>
public sealed record CommissionSheet
{
    public required HotelSheet Hotel { get; init; }

    public required string Agency { get; init; }

    /// <summary>"en" or "sq".</summary>
    public string Language { get; init; } = "en";

    public required LocalDate From { get; init; }

    public required LocalDate To { get; init; }

    /// <summary>The last night that counts.</summary>
    public required LocalDate AsOf { get; init; }

    public required Currency Currency { get; init; }

    public required IReadOnlyList<CommissionLine> Lines { get; init; }

    public int Nights => Lines.Sum(line => line.Nights);

    public Money Base => Lines.Sum(Currency, line => line.Base);

    public Money Earned => Lines.Sum(Currency, line => line.Earned);
}
