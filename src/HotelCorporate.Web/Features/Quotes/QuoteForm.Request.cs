using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Desk;

namespace HotelCorporate.Web.Features.Quotes;

/// <content>From what is typed to what is asked for, and back.</content>
public sealed partial class QuoteForm
{
    /// <summary>What is asked for; wrong fields are told, and left out.</summary>
    /// <param name="isMain">The programme is the booking's; otherwise it is typed.</param>
    public QuoteRequest ToRequest(QuoteGround ground, bool isMain, Action<string, Sentence> refuse)
    {
        if (ValidUntil is null) refuse(nameof(ValidUntil), "Type the offer's last day.");
        if (ValidUntil < ground.Today) refuse(nameof(ValidUntil), "The offer's last day is over. Choose today or a later day.");
        if (Remarks is { Length: > 2000 }) refuse(nameof(Remarks), "The remarks have 2,000 characters at most.");
        if (DiscountReason is { Length: > 250 }) refuse(nameof(DiscountReason), "The reason has 250 characters at most.");
        if (AlternativeName is { Length: > 80 }) refuse(nameof(AlternativeName), "The name of an alternative has 80 characters at most.");
        if (Discount is < 0 or > 100) refuse(nameof(Discount), "A discount is between 0 and 100 %.");
        if (Minimum is <= 0 or > 10_000_000) refuse(nameof(Minimum), "A least spend is above 0 and at most 10,000,000.");
        if (FixedCost is < 0 or > 10_000_000) refuse(nameof(FixedCost), "The costs are between 0 and 10,000,000.");
        return new QuoteRequest
        {
            Points = Points ?? 0,
            ValidUntil = ValidUntil ?? ground.Today, Discount = Bounded(Discount) / 100, DiscountReason = DiscountReason?.Trim() ?? "", Remarks = Remarks?.Trim() ?? "",
            BedroomTerms = Bedrooms.Any(row => row.Rooms is not null) ? Terms(refuse) : "", FixedCost = FixedCost is >= 0 and <= 10_000_000 ? FixedCost.Value : 0,
            Minimum = Minimum is > 0 and <= 10_000_000 ? new SpendRule(MinimumKind, Minimum.Value, SpendIsGross) : null,
            Functions = [.. Functions.Select((row, at) => (row, at)).Where(pair => !pair.row.IsEmpty).Select(pair => Asked(pair.row, pair.at, ground, isMain, refuse)).OfType<FunctionAsked>()],
            Bedrooms = [.. Bedrooms.Select((row, at) => row.Rooms is null ? null : Asked(row, $"{nameof(Bedrooms)}[{at}]", refuse)).OfType<BedroomsAsked>()],
            Extras = [.. Extras.Select((row, at) => row.IsEmpty ? null : Asked(row, $"{nameof(Extras)}[{at}]", refuse)).OfType<ExtraAsked>()],
        };
    }

    /// <summary>The field of the form that a field of the request came from: rows in which nothing was typed are no part of the request.</summary>
    public string FieldOf(string field)
    {
        if (field.IndexOf('[', StringComparison.Ordinal) is var open && open < 0) return field;
        var (list, at) = (field[..open], int.Parse(field[(open + 1)..field.IndexOf(']', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture));
        List<int> asked = list switch
        {
            nameof(Bedrooms) => Typed(Bedrooms, row => row.Rooms is not null),
            nameof(Extras) => Typed(Extras, row => !row.IsEmpty),
            _ => Typed(Functions, row => !row.IsEmpty),
        };
        return $"{list}[{(at < asked.Count ? asked[at] : at)}]{field[(field.IndexOf(']', StringComparison.Ordinal) + 1)..]}";

        static List<int> Typed<T>(IList<T> rows, Func<T, bool> isTyped) => [.. Enumerable.Range(0, rows.Count).Where(at => isTyped(rows[at]))];
    }

    /// <summary>The form as it was when this was asked for.</summary>
    public static QuoteForm Of(QuoteRequest asked, string alternativeName = "")
    {
        var form = new QuoteForm
        {
            ValidUntil = asked.ValidUntil, AlternativeName = alternativeName, Discount = asked.Discount == 0 ? null : asked.Discount * 100, DiscountReason = asked.DiscountReason, Remarks = asked.Remarks,
            Points = asked.Points == 0 ? null : asked.Points, Minimum = asked.Minimum?.Threshold, MinimumKind = asked.Minimum?.Kind ?? SpendRuleKind.MinimumWithServiceAndTax, FixedCost = asked.FixedCost == 0 ? null : asked.FixedCost,
            SpendIsGross = asked.Minimum?.IsGross ?? asked.Functions.Any(function => function.HireRule?.IsGross == true),
        };
        form.Propose(BlockTerms.Parse(asked.BedroomTerms) ?? BlockTerms.Allowing(0));
        foreach (var function in asked.Functions) form.Functions.Add(RowOf(function));
        foreach (var stay in asked.Bedrooms) form.Bedrooms.Add(new() { RoomTypeId = stay.RoomTypeId, Occupancy = stay.Occupancy, Arrival = stay.Arrival, Nights = stay.Nights, Rooms = stay.Rooms });
        foreach (var extra in asked.Extras)
            form.Extras.Add(new() { Description = extra.Description, RevenueClass = extra.RevenueClass, Quantity = extra.Quantity, Price = extra.Price, Cost = extra.Cost == 0 ? null : extra.Cost, ItemId = extra.ItemId, For = extra.Key, PerPerson = extra.PerPerson });
        return form;
    }

    private static FunctionRow RowOf(FunctionAsked asked) => new()
    {
        FunctionId = asked.Planned.FunctionId, Name = asked.Planned.Name, Date = asked.Planned.Start.Date, From = asked.Planned.Start.TimeOfDay, Until = asked.Planned.End.TimeOfDay,
        SpaceId = asked.Planned.SpaceId, Style = asked.Planned.Style, People = asked.Planned.People, PackageId = asked.PackageId, Price = asked.Price, Discount = asked.Discount * 100, Hire = asked.Hire, HireByList = asked.HireByList,
        HireRule = asked.HireRule?.Kind, HireThreshold = asked.HireRule?.Threshold, TakenOut = [.. asked.TakenOut],
        Added = [.. asked.Added.Select(added => new AddedRow { Name = added.Name, RevenueClass = added.RevenueClass, Amount = added.Amount, Cost = added.Cost == 0 ? null : added.Cost })],
    };

    private FunctionAsked? Asked(FunctionRow row, int at, QuoteGround ground, bool isMain, Action<string, Sentence> refuse)
    {
        var field = $"{nameof(Functions)}[{at}]";
        if ((isMain ? OfBooking(row, at, field, ground, refuse) : OfItsOwn(row, at, field, refuse)) is not { } planned) return null;
        if (row.Discount is < 0 or > 100) refuse(field + ".Discount", "A discount is between 0 and 100 %.");
        var follows = row.HireRule is not null;
        if (follows && row.HireThreshold is null or <= 0 or > 10_000_000) refuse(field + ".HireThreshold", "A least spend is above 0 and at most 10,000,000.");
        foreach (var (added, i) in row.Added.Select((added, i) => (added, i)).Where(pair => !string.IsNullOrWhiteSpace(pair.added.Name) && pair.added.Amount is null or < 0 or > 1_000_000))
            refuse($"{field}.Added[{i}].Amount", "Type what the component adds to the price: 0 to 1,000,000.");
        return new FunctionAsked(planned)
        {
            PackageId = row.PackageId, Price = row.Price, Discount = row.Discount is { } off ? Bounded(off) / 100 : null, Hire = row.Hire, HireByList = row.HireByList, TakenOut = row.PackageId is null ? [] : [.. row.TakenOut],
            HireRule = follows && row.HireThreshold is > 0 and <= 10_000_000 ? new SpendRule(row.HireRule!.Value, row.HireThreshold.Value, SpendIsGross, row.Hire ?? 0) : null,
            Added = row.PackageId is null ? [] : [.. row.Added.Where(added => !string.IsNullOrWhiteSpace(added.Name) && added.Amount is >= 0 and <= 1_000_000).Select(added => new AddedComponent(added.Name!.Trim(), added.RevenueClass, added.Amount!.Value, Math.Max(0, added.Cost ?? 0)))],
        };
    }

    private static PlannedFunction? OfBooking(FunctionRow row, int at, string field, QuoteGround ground, Action<string, Sentence> refuse)
    {
        if (ground.Functions.FirstOrDefault(function => function.Id == row.FunctionId) is { } function)
            return PlannedFunction.Of(function, at + 1);
        refuse(field + ".PackageId", "This function is no longer part of the booking. Load the page again.");
        return null;
    }

    private static PlannedFunction? OfItsOwn(FunctionRow row, int at, string field, Action<string, Sentence> refuse)
    {
        if (string.IsNullOrWhiteSpace(row.Name) || row.Name.Length > 200) refuse(field + ".Name", "Give the function a name, such as Meeting or Dinner.");
        if (row.Date is null) refuse(field + ".Date", "Type the day.");
        if (row.From is null) refuse(field + ".From", "Type when it begins.");
        if (row.Until is null) refuse(field + ".Until", "Type when it ends.");
        if (row.People is null or < 1 or > Numbers.Most) refuse(field + ".People", $"Say how many people are expected: 1 to {Numbers.Most}.");
        if (string.IsNullOrWhiteSpace(row.Name) || row.Date is not { } day || row.From is not { } from || row.Until is not { } until || row.People is not (>= 1 and <= Numbers.Most)) return null;
        return new PlannedFunction(at + 1, null, row.Name.Trim(), row.SpaceId, row.Style, day + from, (until <= from ? day.PlusDays(1) : day) + until, row.People.Value);
    }

    private static BedroomsAsked? Asked(BedroomRow row, string field, Action<string, Sentence> refuse)
    {
        if (row.Arrival is null) refuse(field + ".Arrival", "Type the first night.");
        if (row.Nights is null or < 1 or > 60) refuse(field + ".Nights", "Type how many nights: 1 to 60.");
        if (row.Rooms is < 1 or > 2000) refuse(field + ".Rooms", "Type how many rooms: 1 to 2,000.");
        return row is { Arrival: { } arrival, Nights: >= 1 and <= 60, Rooms: >= 1 and <= 2000 } ? new(row.RoomTypeId, row.Occupancy, arrival, row.Nights.Value, row.Rooms.Value) : null;
    }

    private static ExtraAsked? Asked(ExtraRow row, string field, Action<string, Sentence> refuse)
    {
        if (row.Price is null && row.ItemId is null) refuse(field + ".Description", "Type the price of the extra.");
        return row.Price is null && row.ItemId is null ? null : new(row.Description?.Trim() ?? "", row.RevenueClass, row.Quantity, row.Price, Math.Max(0, row.Cost ?? 0), row.ItemId, row.For, row.PerPerson && row.For is not null);
    }

    private string Terms(Action<string, Sentence> refuse)
    {
        try
        {
            return ToTerms().ToString();
        }
        catch (HouseRuleException refusal)
        {
            refuse(refusal.Field, refusal.Sentence);
            return "";
        }
    }

    private static decimal Bounded(decimal? percent) => percent is >= 0 and <= 100 ? percent.Value : 0;
}
