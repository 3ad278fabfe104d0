namespace HotelCorporate.Domain.Spaces;

/// <summary>What the house says of a space, apart from what it is made of and how many people it takes. Measures in metres and square metres; none where the house has not measured.</summary>
public sealed record SpaceFacts(string Name)
{
    private const int LongestName = 120;
    private const int LongestFloor = 60;
    private const int LongestAccess = 200;
    private const decimal LargestArea = 100_000;
    private const decimal Farthest = 1_000;

    public string Floor { get; init; } = "";

    public decimal? AreaM2 { get; init; }

    public decimal? HeightM { get; init; }

    public decimal? LengthM { get; init; }

    public decimal? WidthM { get; init; }

    public bool HasDaylight { get; init; }

    public bool IsOutdoor { get; init; }

    public string Access { get; init; } = "";

    /// <summary>Lower comes first in lists.</summary>
    public int Position { get; init; }

    public static SpaceFacts Of(Space space) => new(space.Name)
    {
        Floor = space.Floor, AreaM2 = space.AreaM2, HeightM = space.HeightM, LengthM = space.LengthM, WidthM = space.WidthM,
        HasDaylight = space.HasDaylight, IsOutdoor = space.IsOutdoor, Access = space.Access, Position = space.Position,
    };

    /// <summary>Trimmed, and rounded to the centimetre.</summary>
    /// <exception cref="HouseRuleException">A name is missing, a text too long, or a measure impossible; the field says which.</exception>
    public SpaceFacts Checked()
    {
        var checkedFacts = this with
        {
            Name = Name.Trim(), Floor = Floor.Trim(), Access = Access.Trim(), AreaM2 = Rounded(AreaM2), HeightM = Rounded(HeightM), LengthM = Rounded(LengthM), WidthM = Rounded(WidthM),
        };
        checkedFacts.Refuse();
        return checkedFacts;
    }

    private void Refuse()
    {
        if (Name.Length == 0) throw new HouseRuleException("Type the name under which the space is sold.") { Field = nameof(Name) };
        if (Name.Length > LongestName) throw new HouseRuleException($"A name has {LongestName} characters at most.") { Field = nameof(Name) };
        if (Floor.Length > LongestFloor) throw new HouseRuleException($"A floor has {LongestFloor} characters at most.") { Field = nameof(Floor) };
        if (Access.Length > LongestAccess) throw new HouseRuleException($"The way in has {LongestAccess} characters at most.") { Field = nameof(Access) };
        if (AreaM2 is <= 0 or > LargestArea) throw new HouseRuleException($"An area is above 0 and at most {LargestArea} square metres. Leave it empty where nobody has measured.") { Field = nameof(AreaM2) };
        foreach (var (metres, field) in new[] { (HeightM, nameof(HeightM)), (LengthM, nameof(LengthM)), (WidthM, nameof(WidthM)) })
            if (metres is <= 0 or > Farthest) throw new HouseRuleException($"A measure is above 0 and at most {Farthest} metres. Leave it empty where nobody has measured.") { Field = field };
        if (LengthM is null != WidthM is null)
            throw new HouseRuleException("Length and width go together: type both, or neither.") { Field = LengthM is null ? nameof(LengthM) : nameof(WidthM) };
    }

    private static decimal? Rounded(decimal? measure) => measure is { } metres ? decimal.Round(metres, 2, MidpointRounding.AwayFromZero) : null;
}
