using System.Globalization;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>The function rooms of the two real hotels in Resources/rooms_capacity.csv, combinations as atoms.</summary>
internal static class SpacesDemo
{
    private static readonly SetupStyle[] Columns =
    [
        SetupStyle.Theatre, SetupStyle.Classroom, SetupStyle.UShape, SetupStyle.Boardroom, SetupStyle.HollowSquare, SetupStyle.Banquet, SetupStyle.Reception,
    ];

    public static void Fill(HotelDb db, Property hotelA, Property hotelB)
    {
        var rows = ReadRows();
        Fill(db, hotelA, rows.Where(row => row[0] == "A"));
        Fill(db, hotelB, rows.Where(row => row[0] == "B"));
    }

    private static void Fill(HotelDb db, Property property, IEnumerable<string[]> rows)
    {
        var atoms = new Dictionary<string, Atom>(StringComparer.Ordinal);
        var position = 0;
        foreach (var row in rows)
        {
            var space = new Space
            {
                PropertyId = property.Id,
                Name = row[1],
                AreaM2 = decimal.Parse(row[4], CultureInfo.InvariantCulture),
                HeightM = row[6].Length == 0 ? null : decimal.Round(decimal.Parse(row[6], CultureInfo.InvariantCulture) * 0.3048m, 2),
                Position = position++,
                Floor = FloorOf(row[1]),
            };
            foreach (var name in row[2].Split(';'))
            {
                if (!atoms.TryGetValue(name, out var atom)) atoms[name] = atom = new Atom { PropertyId = property.Id, Name = name };
                space.Occupy(atom);
            }

            for (var i = 0; i < Columns.Length; i++)
                if (row[7 + i].Length > 0)
                    space.Offer(CapacityOf(Columns[i], int.Parse(row[7 + i], CultureInfo.InvariantCulture)));
            db.Spaces.Add(space);
        }
    }

    /// <summary>The charts state one figure: it is the legal maximum; nine tenths sit comfortably, a third still fills the room.</summary>
    private static Capacity CapacityOf(SetupStyle style, int people) => new(style, Math.Max(1, people / 3), people * 9 / 10, people);

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
