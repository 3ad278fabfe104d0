using System.Globalization;
using System.Text.RegularExpressions;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using HotelCorporate.Web.Languages;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Features.Catalogue;

/// <summary>Reads the rows of a price list: things that are sold, and the hire of spaces.</summary>
/// <param name="taxCodeId">For rows that name none; null: they are refused.</param>
/// <param name="revenueClass">The same.</param>
internal sealed partial class CatalogueRows(CatalogueChoices choices, CultureInfo culture, int? taxCodeId, RevenueClass? revenueClass)
{
    private static readonly LocalTimePattern Times = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    public CatalogueRow Read(MappedRow row)
    {
        var (name, unit) = (row.Needed("Name", CatalogueItem.LongestName), row.Text("Basis"));
        var target = TargetOf(row, name, unit);
        var read = new CatalogueRow(row.Number, name, row.Refusals)
        {
            Hire = target, Code = row.Text("Code", CatalogueItem.LongestCode), Price = PriceOf(row), PriceText = row.Text("Price"), CurrencyCode = row.Text("Currency"), Tax = TaxOf(row), Note = Said(row.Text("Note", CatalogueItem.LongestDescription)),
            ValidFrom = Day(row, "ValidFrom"), ValidTo = Day(row, "ValidTo"),
        };
        return target is not null || IsHire(row) ? read : OfItem(row, read, unit);
    }

    private CatalogueRow OfItem(MappedRow row, CatalogueRow read, string unit) => read with
    {
        Kind = Meant<CatalogueKind>(row, "Kind", "kind of thing"), Description = Said(row.Text("Description", CatalogueItem.LongestDescription)), RevenueClass = Meant<RevenueClass>(row, "RevenueClass", "kind of sale") ?? revenueClass,
        Basis = BasisOf(row, unit), NetCost = row.Amount("NetCost", culture), TaxCodeId = CodeOf(row) ?? taxCodeId, MinimumNumber = row.Whole("MinimumNumber", culture), ServedAt = TimeOf(row),
        FunctionStyle = Meant<SetupStyle>(row, "FunctionStyle", "set-up"), FunctionMinutes = row.Whole("FunctionMinutes", culture), FunctionSpaceId = SpaceOf(row), ResourceId = ResourceOf(row), IsProtected = YesNo(row),
        Texts = [.. Language.All.Select(language => new ClientText(language.Code, row.Text($"Name.{language.Code}"), row.Text($"Description.{language.Code}", CatalogueItem.LongestDescription))).Where(text => text.Name.Length + text.Description.Length > 0)],
        Seasons = Seasons(row), DatedPrices = Dated(row),
    };

    private static bool IsHire(MappedRow row) => row.Text("Kind") is { Length: > 0 } kind && CatalogueColumns.KeyOf(kind) is var key && Language.All.Any(language => key == CatalogueColumns.KeyOf(language[CatalogueSheets.Hire]));

    /// <summary>A row is about hire when it says so, or when it begins with the name of a space: "Ramsden Room half day".</summary>
    private HireTarget? TargetOf(MappedRow row, string name, string unit)
    {
        var space = choices.Spaces.Where(space => name.StartsWith(space.Name, StringComparison.OrdinalIgnoreCase)).MaxBy(space => space.Name.Length);
        var says = IsHire(row) || CatalogueColumns.IsCalled(unit, CatalogueSheets.Hire);
        if (space is null)
        {
            if (says) row.Refuse("Name", $"{name} is hired, and this hotel has no space called so.");
            return null;
        }

        var span = SpanOf(name[space.Name.Length..]) ?? SpanOf(unit) ?? CatalogueColumns.Meant<HireSpan>(unit);
        if (span is null && says) row.Refuse("Basis", "Say for how long: an hour, a half day or a day.");
        return span is { } known ? new HireTarget(space.Id, known, Weekdays(row)) : null;
    }

    private static HireSpan? SpanOf(string words)
    {
        var said = $" {FoldedName.Of(words)} ";
        if (Says("half day, half-day, halfday")) return HireSpan.HalfDay;
        if (Says("day, full day, whole day")) return HireSpan.Day;
        return Says("hour, hours, hourly, per hour") ? HireSpan.Hour : null;

        bool Says(Sentence which) => CatalogueColumns.WordsOf(which).Any(word => said.Contains($" {FoldedName.Of(word)} ", StringComparison.Ordinal));
    }

    private decimal? PriceOf(MappedRow row)
    {
        var text = row.Text("Price");
        if (!TwoNumbers().IsMatch(text)) return row.Amount("Price", culture);
        row.Refuse("Price", $"{text} is more than one price. Write a row for each.");
        return null;
    }

    private static StatedTax? TaxOf(MappedRow row)
    {
        if (row.Text("Tax") is not { Length: > 0 } text) return null;
        if (CatalogueColumns.TaxOf(text) is { } said) return said;
        row.Refuse("Tax", $"{text}: write yes, no or ?.");
        return null;
    }

    private static ComponentBasis? BasisOf(MappedRow row, string unit)
    {
        if (unit.Length == 0) return null;
        if (CatalogueColumns.BasisOf(unit) is { } basis) return basis;
        row.Refuse("Basis", $"{unit} is no unit of a thing for sale. Write per person, per event, per hour, per room or a piece; spaces are hired by their name.");
        return null;
    }

    private int? CodeOf(MappedRow row)
    {
        if (row.Text("TaxCode") is not { Length: > 0 } text) return null;
        if (choices.TaxCodes.FirstOrDefault(code => string.Equals(code.Code, text, StringComparison.OrdinalIgnoreCase) || string.Equals(code.Name, text, StringComparison.OrdinalIgnoreCase)) is { } known) return known.Id;
        row.Refuse("TaxCode", $"The hotel has no tax code {text}.");
        return null;
    }

    private int? SpaceOf(MappedRow row)
    {
        if (row.Text("FunctionSpace") is not { Length: > 0 } text) return null;
        if (choices.Spaces.FirstOrDefault(space => string.Equals(space.Name, text, StringComparison.OrdinalIgnoreCase)) is { } known) return known.Id;
        row.Refuse("FunctionSpace", $"This hotel has no space called {text}.");
        return null;
    }

    private int? ResourceOf(MappedRow row)
    {
        if (row.Text("Resource") is not { Length: > 0 } text) return null;
        if (choices.Resources.FirstOrDefault(resource => string.Equals(resource.Name, text, StringComparison.OrdinalIgnoreCase)) is { } known) return known.Id;
        row.Refuse("Resource", $"This hotel has no resource called {text}.");
        return null;
    }

    private static T? Meant<T>(MappedRow row, string field, Sentence what) where T : struct, Enum
    {
        if (row.Text(field) is not { Length: > 0 } text) return null;
        if (CatalogueColumns.Meant<T>(text) is { } known) return known;
        row.Refuse(field, $"{text} is no {what} that is known here.");
        return null;
    }

    private static LocalTime? TimeOf(MappedRow row)
    {
        if (row.Text("ServedAt") is not { Length: > 0 } text) return null;
        if (Times.Parse(text) is { Success: true } read) return read.Value;
        row.Refuse("ServedAt", $"{text} is no time. Write it as in 12:30.");
        return null;
    }

    private static bool? YesNo(MappedRow row)
    {
        if (row.Text("IsProtected") is not { Length: > 0 } text) return null;
        if (CatalogueColumns.KeyOf(text) is "yes" or "y" or "true" or "1" or "x" or "po") return true;
        if (CatalogueColumns.KeyOf(text) is "no" or "n" or "false" or "0" or "jo") return false;
        row.Refuse("IsProtected", $"{text}: write yes or no.");
        return null;
    }

    private static WeekDays Weekdays(MappedRow row)
    {
        var days = WeekDays.None;
        foreach (var word in row.Text("Weekdays").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (CatalogueColumns.Meant<IsoDayOfWeek>(word) is { } day && day != IsoDayOfWeek.None) days |= (WeekDays)(1 << ((int)day - 1));
            else row.Refuse("Weekdays", $"{word} is no day of the week.");
        }

        return days;
    }

    private LocalDate? Day(MappedRow row, string field) => row.Text(field).Length == 0 ? null : row.Day(field, culture);

    private static List<PriceSeason>? Seasons(MappedRow row) => Listed(row, "Seasons", words => words is [var from, var to, var price]
        && LocalDatePattern.Iso.Parse(from) is { Success: true } first && LocalDatePattern.Iso.Parse(to) is { Success: true } last && Plain(price) is { } amount ? new PriceSeason(first.Value, last.Value, amount) : null);

    private static List<DatedPrice>? Dated(MappedRow row) => Listed(row, "DatedPrices", words => words is [var from, var price]
        && LocalDatePattern.Iso.Parse(from) is { Success: true } first && Plain(price) is { } amount ? new DatedPrice(first.Value, amount) : null);

    private static List<T>? Listed<T>(MappedRow row, string field, Func<string[], T?> read) where T : class
    {
        if (row.Text(field, 2000) is not { Length: > 0 } text) return null;
        var list = new List<T>();
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (read(part.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { } one) list.Add(one);
            else row.Refuse(field, $"{part} cannot be read. Write days and price as in 2027-06-01 2027-08-31 25.00, with a semicolon between two.");
        }

        return list;
    }

    private static decimal? Plain(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount <= PriceCalendar.Dearest ? amount : null;

    private static string? Said(string text) => text.Length == 0 ? null : text;

    [GeneratedRegex(@"\d[\d.,]*\s*(/|or|\u2013)\s*\d", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TwoNumbers();
}
