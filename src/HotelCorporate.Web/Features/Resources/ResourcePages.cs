using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Resources;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Desk;
using NodaTime;

namespace HotelCorporate.Web.Features.Resources;

/// <summary>The resources of a hotel with their use, column by column: the days of a week, or the hours of a day.</summary>
/// <param name="Short">Shortages of the next weeks, to say so in the head.</param>
public sealed record ResourceListPage(IReadOnlyList<ResourceListPage.Row> Rows, IReadOnlyList<Resource> Retired, UseSpan Span, LocalDate Today, int Short)
{
    /// <param name="Most">In each column the worst moment: what is needed, of what is there. None for a kit.</param>
    public sealed record Row(Resource Resource, IReadOnlyList<LoadStep> Most);
}

/// <summary>A day by hours or a week by days.</summary>
public sealed record UseSpan(LocalDate First, bool IsDay, DateTimeZone Zone)
{
    /// <summary>A week begins on Monday.</summary>
    public static UseSpan Of(LocalDate date, bool isDay, DateTimeZone zone) => new(isDay || date.DayOfWeek == IsoDayOfWeek.Monday ? date : date.Previous(IsoDayOfWeek.Monday), isDay, zone);

    public int Days => IsDay ? 1 : 7;

    public Occupation Time => new(Opens(First), Opens(First.PlusDays(Days)));

    /// <summary>True hours where the clock is changed.</summary>
    public IReadOnlyList<Occupation> Columns => IsDay
        ? [.. Enumerable.Range(0, (int)(Time.Until - Time.From).TotalHours).Select(hour => new Occupation(Time.From + Duration.FromHours(hour), Time.From + Duration.FromHours(hour + 1)))]
        : [.. Enumerable.Range(0, 7).Select(day => new Occupation(Opens(First.PlusDays(day)), Opens(First.PlusDays(day + 1))))];

    private Instant Opens(LocalDate day) => day.AtStartOfDayInZone(Zone).ToInstant();
}

/// <summary>One resource, and who uses it in a week.</summary>
/// <param name="Drawing">None for a kit.</param>
internal sealed record ResourcePage(Resource Resource, Property Property, IReadOnlyList<(Resource Part, int Quantity)> Parts, IReadOnlyList<Resource> Kits, UseSpan Span, LocalDate Today, UseDrawing? Drawing, IReadOnlyList<ResourcePage.Use> Uses)
{
    public sealed record Use(ResourceUse Of, ResourceHouse.Taker By);
}

/// <summary>A resource as it is being typed.</summary>
/// <param name="Others">What a kit may be made of.</param>
public sealed record ResourceFormPage(ResourceForm Form, Resource? Resource, IReadOnlyList<Resource> Others, string Currency);

/// <summary>What is short in a time, who competes for it and what would help.</summary>
internal sealed record ShortagesPage(IReadOnlyList<ShortagesPage.Row> Rows, Property Property, LocalDate From, LocalDate Until)
{
    public sealed record Row(Shortage Shortage, IReadOnlyList<ResourceHouse.Taker> Takers, IReadOnlyList<ShortageAdvice> Advice);
}

/// <summary>The changes of set-up of a day.</summary>
internal sealed record TurnRoundsPage(Property Property, LocalDate Day, LocalDate Today, IReadOnlyList<Resource> Resources, IReadOnlyList<TurnRound> Changes, IReadOnlyList<TurnRoundClash> Clashes, IReadOnlyDictionary<int, ResourceHouse.Taker> Takers)
{
    /// <summary>How many of a resource the change needs: people at work on it, things that stand in the space after it.</summary>
    public static int Needed(TurnRound change, Resource resource)
    {
        var after = Of(change.After);
        return resource.IsPeople ? Math.Max(after, Of(change.Before)) : after;

        int Of(HeldFunction? function) => function is null ? 0 : resource.NeededFor(function.Style, function.Seats);
    }
}

/// <summary>What the functions of a booking need.</summary>
internal sealed record BookingResourcesPage(Booking Booking, string Client, Property Property, ResourceBook Book, IReadOnlyDictionary<int, string> Spaces, ILookup<int, ResourceNeed> Needs, IReadOnlyList<Shortage> Shortages)
{
    public IReadOnlyList<Function> Functions { get; } = [.. Booking.Functions.Where(function => !function.IsCancelled).OrderBy(function => function.OccupiedFrom)];

    public HeldFunction Held(Function function) => Book.Functions.First(held => held.Id == function.Id);

    /// <summary>What a need may be hired of: itself, or the pieces of the kit.</summary>
    public IReadOnlyList<Resource> ToHire(ResourceNeed need) => [.. Book.Catalogue.PiecesOf(need.ResourceId, 1).Keys.Select(id => Book.Catalogue.Find(id)!)];

    /// <summary>What its style needs by itself, where nothing was entered.</summary>
    public IReadOnlyList<(Resource Resource, int Quantity)> OfStyle(Function function) =>
        [.. Book.Catalogue.All.Where(resource => !resource.IsRetired && !Needs[function.Id].Any(need => Book.Catalogue.PiecesOf(need.ResourceId, 1).ContainsKey(resource.Id)))
            .Select(resource => (resource, resource.NeededFor(function.Style, Held(function).Seats))).Where(pair => pair.Item2 > 0)];

    /// <summary>What of a need is short, by piece.</summary>
    public IReadOnlyList<Shortage> ShortOf(ResourceNeed need)
    {
        var (pieces, held) = (Book.Catalogue.PiecesOf(need.ResourceId, 1), Book.Functions.First(function => function.Id == need.FunctionId));
        return [.. Shortages.Where(shortage => pieces.ContainsKey(shortage.Resource.Id) && shortage.Time.Overlaps(need.TimeIn(held.StartsAt, held.Taken)))];
    }
}
