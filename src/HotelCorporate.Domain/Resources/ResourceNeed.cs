using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Resources;

/// <summary>So many of a resource or kit that a function needs, from set-up to cleared or for a part of it. It may be more than the house has: then it stands on the shortage list (domain section 7).</summary>
public sealed class ResourceNeed
{
    public const int LongestSupplier = 120;

    private readonly List<ResourceHire> _hires = [];

    private ResourceNeed() { }

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public int FunctionId { get; private set; }

    public int ResourceId { get; private set; }

    public int Quantity { get; private set; }

    /// <summary>Minutes from the function's start at which it begins, below 0 during set-up; none: with the set-up. It goes with the function when that is moved.</summary>
    public int? FromMinute { get; private set; }

    /// <summary>Minutes from the function's start at which it ends; none: when the function is cleared.</summary>
    public int? UntilMinute { get; private set; }

    public IReadOnlyList<ResourceHire> Hires => _hires;

    /// <param name="from">On the hotel's wall; none: with the set-up.</param>
    /// <param name="until">On the hotel's wall; none: when it is cleared.</param>
    /// <exception cref="HouseRuleException">The quantity is not 1 to 100,000, the resource is retired, or a time is outside of the function.</exception>
    public static ResourceNeed Of(Function function, Resource resource, int quantity, LocalTime? from, LocalTime? until, DateTimeZone zone)
    {
        if (quantity is < 1 or > Resource.Most) throw new HouseRuleException($"Type how many are needed: 1 to {Resource.Most}.") { Field = nameof(Quantity) };
        if (resource.IsRetired) throw new HouseRuleException($"{resource.Name} is retired. Choose another.") { Field = nameof(ResourceId) };
        if (function.IsCancelled) throw new HouseRuleException($"{function.Name} is cancelled.") { Field = nameof(FunctionId) };
        var taken = function.Occupation;
        Instant? begins = from is { } early ? Within(taken, early, taken.From, zone, "From") : null;
        Instant? ends = until is { } late ? Within(taken, late, (begins ?? taken.From) + Duration.FromMinutes(1), zone, "Until") : null;
        return new ResourceNeed
        {
            PropertyId = resource.PropertyId, FunctionId = function.Id, ResourceId = resource.Id, Quantity = quantity,
            FromMinute = Minute(begins), UntilMinute = Minute(ends),
        };

        int? Minute(Instant? at) => at is { } moment ? (int)(moment - function.StartsAt).TotalMinutes : null;
    }

    /// <summary>When it is needed. If nothing of the typed times is left within the function, as when it became shorter, it is needed all the while: no need is lost unseen.</summary>
    public Occupation TimeIn(Instant startsAt, Occupation taken)
    {
        var from = FromMinute is { } first ? Instant.Max(taken.From, startsAt + Duration.FromMinutes(first)) : taken.From;
        var until = UntilMinute is { } last ? Instant.Min(taken.Until, startsAt + Duration.FromMinutes(last)) : taken.Until;
        return from < until ? new Occupation(from, until) : taken;
    }

    /// <summary>Some of it are hired from outside for its time: so many more are there.</summary>
    /// <param name="resource">The resource itself, or a piece of the kit.</param>
    /// <exception cref="HouseRuleException">The quantity is not 1 to what is needed, nobody says from whom, or an amount is below zero.</exception>
    public ResourceHire Hire(Resource resource, ResourceCatalogue catalogue, int quantity, string supplier, Money cost, Money price)
    {
        var needed = resource.Id == ResourceId ? Quantity : catalogue.PiecesOf(ResourceId, Quantity).GetValueOrDefault(resource.Id);
        if (needed == 0) throw new HouseRuleException($"{resource.Name} is no part of what is needed here.") { Field = nameof(ResourceId) };
        var left = needed - _hires.Where(hire => hire.ResourceId == resource.Id).Sum(hire => hire.Quantity);
        if (quantity < 1 || quantity > left) throw new HouseRuleException($"Type how many are hired: 1 to {left}, as many as are needed here.") { Field = nameof(Quantity) };
        if (string.IsNullOrWhiteSpace(supplier)) throw new HouseRuleException("Say from whom it is hired.") { Field = nameof(ResourceHire.Supplier) };
        if (supplier.Trim().Length > LongestSupplier) throw new HouseRuleException($"A supplier's name has {LongestSupplier} characters at most.") { Field = nameof(ResourceHire.Supplier) };
        foreach (var (amount, field) in new[] { (cost, nameof(ResourceHire.Cost)), (price, nameof(ResourceHire.Price)) })
            if (amount.IsNegative || amount.Amount > 1_000_000) throw new HouseRuleException("An amount is between 0 and 1,000,000.") { Field = field };
        var hire = new ResourceHire { ResourceId = resource.Id, Quantity = quantity, Supplier = supplier.Trim(), Cost = cost, Price = price };
        _hires.Add(hire);
        return hire;
    }

    /// <summary>The hire is called off.</summary>
    public void CallOff(ResourceHire hire) => _hires.Remove(hire);

    /// <summary>The first moment at that time of day that is not before the earliest.</summary>
    private static Instant Within(Occupation taken, LocalTime time, Instant earliest, DateTimeZone zone, string field)
    {
        for (var day = taken.From.InZone(zone).Date; day <= taken.Until.InZone(zone).Date; day = day.PlusDays(1))
        {
            foreach (var moment in zone.MapLocal(day + time) is { Count: > 0 } mapped ? new[] { mapped.First().ToInstant(), mapped.Last().ToInstant() } : [])
                if (moment >= earliest && moment <= taken.Until && (field == "Until" || moment < taken.Until)) return moment;
        }

        throw new HouseRuleException($"{time} is outside of the function, which takes its space from {taken.From.InZone(zone).LocalDateTime} to {taken.Until.InZone(zone).LocalDateTime}, set-up and clearing included.") { Field = field };
    }
}

/// <summary>Some of a need that come from outside.</summary>
public sealed class ResourceHire
{
    public int Id { get; private set; }

    public int ResourceId { get; init; }

    public int Quantity { get; init; }

    public string Supplier { get; init; } = "";

    /// <summary>What one costs the house.</summary>
    public Money Cost { get; init; }

    /// <summary>What the client pays for one.</summary>
    public Money Price { get; init; }
}
