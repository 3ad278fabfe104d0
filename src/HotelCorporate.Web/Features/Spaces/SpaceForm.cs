using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Web.Features.Spaces;

/// <summary>A space as it is typed. What is wrong with it the rules say (<see cref="SpaceFacts"/>, <see cref="HotelLayout"/>).</summary>
public sealed class SpaceForm
{
    public string? Name { get; set; }

    public string? Floor { get; set; }

    public decimal? AreaM2 { get; set; }

    public decimal? HeightM { get; set; }

    public decimal? LengthM { get; set; }

    public decimal? WidthM { get; set; }

    public bool HasDaylight { get; set; }

    public bool IsOutdoor { get; set; }

    public string? Access { get; set; }

    public int? Position { get; set; }

    /// <summary>Made of <see cref="Atoms"/>; otherwise a room of its own, which <see cref="Lanes"/> groups may share.</summary>
    public bool IsCombination { get; set; }

    public int? Lanes { get; set; } = 1;

    public IList<int> Atoms { get; set; } = [];

    public IDictionary<SetupStyle, Figures> Capacities { get; set; } = new Dictionary<SetupStyle, Figures>();

    public IList<int> Neighbours { get; set; } = [];

    public int? BackUpSpaceId { get; set; }

    /// <summary>What stood when the form was opened (<see cref="SpaceRecord.Mark"/>).</summary>
    public string? Mark { get; set; }

    /// <summary>The three figures of one style; all empty where the house does not set it so.</summary>
    public sealed class Figures
    {
        public int? Minimum { get; set; }

        public int? Comfortable { get; set; }

        public int? Legal { get; set; }
    }

    public SpaceFacts Facts() => new(Name ?? "")
    {
        Floor = Floor ?? "", AreaM2 = AreaM2, HeightM = HeightM, LengthM = LengthM, WidthM = WidthM, HasDaylight = HasDaylight, IsOutdoor = IsOutdoor, Access = Access ?? "", Position = Position ?? 0,
    };

    public static SpaceForm Of(Space space, IList<int> neighbours, string mark) => new()
    {
        Name = space.Name, Floor = space.Floor, AreaM2 = space.AreaM2, HeightM = space.HeightM, LengthM = space.LengthM, WidthM = space.WidthM, HasDaylight = space.HasDaylight,
        IsOutdoor = space.IsOutdoor, Access = space.Access, Position = space.Position, IsCombination = space.IsCombination, Lanes = space.Atoms is [var own] ? own.Atom.Lanes : 1,
        Atoms = [.. space.Atoms.Select(taken => taken.AtomId)], Neighbours = neighbours, BackUpSpaceId = space.BackUpSpaceId, Mark = mark,
        Capacities = space.Capacities.ToDictionary(capacity => capacity.Style, capacity => new Figures { Minimum = capacity.Minimum, Comfortable = capacity.Comfortable, Legal = capacity.Legal }),
    };
}
