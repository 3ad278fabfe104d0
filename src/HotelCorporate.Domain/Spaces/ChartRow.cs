using HotelCorporate.Domain.Imports;

namespace HotelCorporate.Domain.Spaces;

/// <summary>What one row of a capacity chart says of one space. None where the chart is silent.</summary>
/// <param name="Number">The line of the chart, its head being the first.</param>
/// <param name="Rooms">The rooms it is made of; empty where the chart is silent.</param>
/// <param name="Figures">A figure for each style that the chart has a column for; none where it is not set so.</param>
/// <param name="Refusals">What could not be read.</param>
public sealed record ChartRow(int Number, string Name, IReadOnlyList<string> Rooms, IReadOnlyDictionary<SetupStyle, int?> Figures, IReadOnlyList<RowRefusal> Refusals)
{
    public string? Floor { get; init; }

    public decimal? AreaM2 { get; init; }

    public decimal? HeightM { get; init; }

    public decimal? LengthM { get; init; }

    public decimal? WidthM { get; init; }

    public bool? HasDaylight { get; init; }

    public bool? IsOutdoor { get; init; }

    public string? Access { get; init; }

    /// <summary>What stands already, with what the chart says laid over it.</summary>
    public SpaceFacts Over(SpaceFacts stands) => stands with
    {
        Floor = Floor ?? stands.Floor, AreaM2 = AreaM2 ?? stands.AreaM2, HeightM = HeightM ?? stands.HeightM, LengthM = LengthM ?? stands.LengthM, WidthM = WidthM ?? stands.WidthM,
        HasDaylight = HasDaylight ?? stands.HasDaylight, IsOutdoor = IsOutdoor ?? stands.IsOutdoor, Access = Access ?? stands.Access,
    };
}

/// <summary>What a row of a chart does to the hotel's spaces.</summary>
/// <param name="Space">None when it is refused.</param>
public sealed record ChartOutcome(ChartRow Row, RowVerdict Verdict, Space? Space, IReadOnlyList<SpaceChange> Changes, IReadOnlyList<RowRefusal> Refusals);
