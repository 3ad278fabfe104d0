using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Stays;
using HotelCorporate.Web.Html;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>A row of the file as a stay, or why it is none.</summary>
public sealed record StayRow(int Number, IReadOnlyList<string> Cells, StayFacts? Facts, string Key, bool IsRepeat, IReadOnlyList<Domain.Imports.RowRefusal> Refusals);

/// <summary>Reads stays out of the file of the hotel's own system, row by row.</summary>
public static class StayReading
{
    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase) { "null", "not_applicable", "n/a", "none", "-" };

    public static IReadOnlyList<ImportField> Fields { get; } =
    [
        new("Arrival", "Arrival", IsNeeded: true, "arrival", "arrivaldate", "checkin", "datearrival", "arrivalon", "mberritja"),
        new("Nights", "Nights", IsNeeded: false, "nights", "los", "lengthofstay", "staysinweekendnights", "roomnights", "net"),
        new("MoreNights", "Nights, to be added", IsNeeded: false, "staysinweeknights", "weeknights"),
        new("Departure", "Departure", IsNeeded: false, "departure", "departuredate", "checkout", "departureon", "largimi"),
        new("Rate", "Rate of a night", IsNeeded: true, "rate", "adr", "avgpriceperroom", "averagerate", "roomrate", "price", "cmimi"),
        new("Company", "Company", IsNeeded: false, "company", "companyname", "account", "corporate", "kompania"),
        new("RoomType", "Room type", IsNeeded: false, "roomtype", "type", "reservedroomtype", "roomtypecode", "category"),
        new("Rooms", "Rooms", IsNeeded: false, "rooms", "noofrooms", "numberofrooms"),
        new("Guests", "Guests", IsNeeded: false, "guests", "adults", "persons", "pax"),
        new("BookedOn", "Booked on", IsNeeded: false, "bookedon", "bookingdate", "created", "createdon", "reservationdate"),
        new("LeadTime", "Days booked ahead", IsNeeded: false, "leadtime", "lead", "daysahead"),
        new("RateCode", "Rate code", IsNeeded: false, "ratecode", "rateplan"),
        new("Agent", "Agent", IsNeeded: false, "agent", "travelagent", "agency"),
        new("Reference", "Reference", IsNeeded: false, "reference", "reservation", "confirmation", "confirmationnumber", "reservationid", "bookingid"),
    ];

    /// <summary>Which stay a row is: its reference where the file has one; otherwise all that the row says, and how often the file has said it before, since two equal rows are two stays.</summary>
    public static IEnumerable<StayRow> Read(byte[] packed, MappedHead head, CultureInfo culture)
    {
        var before = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (number, cells) in KeptFile.Rows(packed, culture))
        {
            var row = head.Row(number, cells);
            var facts = FactsOf(row, culture);
            var reference = Known(row.Text("Reference", 100));
            var key = Key(reference.Length > 0 ? "#" + reference : string.Join('\u001f', cells));
            var times = before[key] = before.GetValueOrDefault(key) + 1;
            if (reference.Length > 0 && times > 1) row.Refuse("Reference", $"{reference} is in the file twice.");
            yield return new StayRow(number, cells, row.Refusals.Count == 0 ? facts : null, times == 1 || reference.Length > 0 ? key : Key($"{key} {times}"), times > 1, row.Refusals);
        }
    }

    private static StayFacts? FactsOf(MappedRow row, CultureInfo culture)
    {
        var arrival = row.Day("Arrival", culture);
        var (nights, more) = (row.Whole("Nights", culture), row.Whole("MoreNights", culture));
        var departure = row.Text("Departure").Length > 0 ? row.Day("Departure", culture) : null;
        var (rate, rooms, guests, lead) = (row.Amount("Rate", culture), row.Whole("Rooms", culture), row.Whole("Guests", culture), row.Whole("LeadTime", culture));
        var booked = row.Text("BookedOn").Length > 0 ? row.Day("BookedOn", culture) : null;
        var (company, type, code, agent) = (Known(row.Text("Company")), Known(row.Text("RoomType", 40)), Known(row.Text("RateCode", 40)), Known(row.Text("Agent")));
        if (row.Text("Rate").Length == 0) row.Refuse("Rate", "The cell is empty.");
        if (nights is null && more is null && departure is null && row.Refusals.Count == 0) row.Refuse("Nights", "Say how many nights, or when it ends.");
        if (row.Refusals.Count > 0 || arrival is not { } first || rate is not { } paid) return null;
        var count = nights is null && more is null ? Period.DaysBetween(first, departure!.Value) : (nights ?? 0) + (more ?? 0);
        if (booked is null && lead is >= 0 and < 4_000) booked = first.PlusDays(-lead.Value);
        try
        {
            return new StayFacts(company, first, count, rooms ?? 1, paid, type, guests, booked, code, agent).Checked();
        }
        catch (HouseRuleException refusal)
        {
            row.Refuse(refusal.Field, refusal.Sentence);
            return null;
        }
    }

    private static string Known(string text) => Nothing.Contains(text) ? "" : text;

    private static string Key(string text) => KeptFile.Key(text, Stay.KeyLength);
}
