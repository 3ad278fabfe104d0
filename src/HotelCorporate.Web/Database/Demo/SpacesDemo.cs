using System.Globalization;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>The function rooms of the two real hotels in Resources/rooms_capacity.csv, combinations as atoms.</summary>
internal static class SpacesDemo
{
    private const decimal MetresInFoot = 0.3048m;

    private static readonly SetupStyle[] Columns =
    [
        SetupStyle.Theatre, SetupStyle.Classroom, SetupStyle.UShape, SetupStyle.Boardroom, SetupStyle.HollowSquare, SetupStyle.Banquet, SetupStyle.Reception,
    ];

    private static readonly string[] WithDaylight = ["Oxford", "Cambridge", "Oxford & Cambridge", "Trinity", "Balmoral", "Foyer", "Mezzanine East", "Barrymore", "9th Floor Upper Terrace", "9th Floor Promenade"];

    public static void Fill(HotelDb db, Property hotelA, Property hotelB)
    {
        var rows = ReadRows();
        foreach (var spaces in new[] { Fill(db, hotelA, rows.Where(row => row[0] == "A")), Fill(db, hotelB, rows.Where(row => row[0] == "B")) })
        {
            db.SaveChanges(); // neighbours and back-up rooms are named by their ids
            db.Neighbours.AddRange(Neighbours(spaces));
            if (spaces.Find(space => space.IsOutdoor) is { } terrace) terrace.BackUpSpaceId = spaces.Find(space => space.Name == "9th Floor Promenade")?.Id;
        }
    }

    private static List<Space> Fill(HotelDb db, Property property, IEnumerable<string[]> rows)
    {
        var atoms = new Dictionary<string, Atom>(StringComparer.Ordinal);
        var spaces = new List<Space>();
        foreach (var row in rows)
        {
            var (length, width) = row[5].Split('x') is [var one, var other] ? (InMetres(one), InMetres(other)) : (null, null);
            var space = new Space
            {
                PropertyId = property.Id,
                Name = row[1],
                AreaM2 = decimal.Parse(row[4], CultureInfo.InvariantCulture),
                HeightM = InMetres(row[6]),
                LengthM = length,
                WidthM = width,
                HasDaylight = WithDaylight.Contains(row[1], StringComparer.Ordinal),
                IsOutdoor = row[1].EndsWith("Terrace", StringComparison.Ordinal),
                Position = spaces.Count,
                Floor = FloorOf(row[1]),
            };
            foreach (var name in row[2].Split(';'))
            {
                if (!atoms.TryGetValue(name, out var atom)) atoms[name] = atom = new Atom { PropertyId = property.Id, Name = name, Lanes = name == "Foyer" ? 2 : 1 };
                space.Occupy(atom);
            }

            for (var i = 0; i < Columns.Length; i++)
                if (row[7 + i].Length > 0)
                    space.Offer(Capacity.OfChart(Columns[i], int.Parse(row[7 + i], CultureInfo.InvariantCulture)));
            spaces.Add(space);
        }

        db.Spaces.AddRange(spaces);
        return spaces;
    }

    /// <summary>Rooms that are joined to one are neighbours, in the order in which the combination names them.</summary>
    private static IEnumerable<SpaceNeighbour> Neighbours(List<Space> spaces)
    {
        var alone = spaces.Where(space => !space.IsCombination).ToDictionary(space => space.Atoms[0].Atom, space => space.Id);
        return spaces.SelectMany(whole => whole.Atoms.Zip(whole.Atoms.Skip(1))).Select(pair => SpaceNeighbour.Of(alone[pair.First.Atom], alone[pair.Second.Atom])).Distinct();
    }

    private static decimal? InMetres(string feet) => feet.Length == 0 ? null : decimal.Round(decimal.Parse(feet, CultureInfo.InvariantCulture) * MetresInFoot, 2);

    private static string FloorOf(string name) => name switch
    {
        _ when name.StartsWith("Mezzanine", StringComparison.Ordinal) => "Mezzanine",
        "Versailles" or "Trianon" or "Grand Ballroom" or "Foyer" or "Chopin" => "Ballroom floor",
        _ when name.StartsWith("9th Floor", StringComparison.Ordinal) => "9th floor",
        _ when name.StartsWith("Marquis", StringComparison.Ordinal) => "Marquis floor",
        _ => "Conference floor",
    };

    private static List<string[]> ReadRows()
    {
        using var stream = typeof(SpacesDemo).Assembly.GetManifestResourceStream("HotelCorporate.Web.Resources.rooms_capacity.csv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(','))];
    }
}
