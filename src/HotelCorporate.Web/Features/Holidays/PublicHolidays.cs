using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Features.Holidays;

/// <summary>A day that is a public holiday in a country.</summary>
public sealed record PublicHoliday(LocalDate On, string Name);

/// <summary>The public holidays that the site knows (Resources/public_holidays_2026_2028.csv).</summary>
public static class PublicHolidays
{
    private static readonly Lazy<ILookup<string, PublicHoliday>> Known = new(Read);

    /// <param name="country">Two letters of ISO 3166.</param>
    public static IEnumerable<PublicHoliday> Of(string country) => Known.Value[country];

    private static ILookup<string, PublicHoliday> Read()
    {
        using var stream = typeof(PublicHolidays).Assembly.GetManifestResourceStream("HotelCorporate.Web.Resources.public_holidays_2026_2028.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(Columns)
            .Where(columns => columns[5] == "public")
            .Select(columns => (Country: columns[0], Holiday: new PublicHoliday(LocalDatePattern.Iso.Parse(columns[1]).Value, columns[4])))
            .DistinctBy(row => (row.Country, row.Holiday.On))
            .ToLookup(row => row.Country, row => row.Holiday, StringComparer.Ordinal);
    }

    /// <summary>A name with a comma is quoted.</summary>
    private static List<string> Columns(string line)
    {
        var columns = new List<string>();
        foreach (var (part, index) in line.Split('"').Select((part, index) => (part, index)))
        {
            if (index % 2 == 1) columns[^1] += part;
            else if (columns.Count == 0) columns.AddRange(part.Split(','));
            else
            {
                var pieces = part.Split(',');
                columns[^1] += pieces[0];
                columns.AddRange(pieces.Skip(1));
            }
        }

        return columns;
    }
}
