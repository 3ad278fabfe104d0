using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using NodaTime;

namespace HotelCorporate.Domain.Catalogue;

/// <summary>For how long a space is hired at one price.</summary>
public enum HireSpan
{
    Hour,
    HalfDay,
    Day,
}

/// <summary>What one space costs per hour, half day and day: on every day, or on named weekdays.</summary>
/// <param name="Weekdays">None: every day that no other row names.</param>
public sealed record HireFacts(WeekDays Weekdays, LocalDate? ValidFrom, LocalDate? ValidTo, Money? Hour, Money? HalfDay, Money? Day)
{
    public bool IsEmpty => Hour is null && HalfDay is null && Day is null;
}

/// <summary>A row of the hire price list.</summary>
public sealed class HirePrice
{
    private HirePrice() => CurrencyCode = "";

    /// <exception cref="HouseRuleException">What <see cref="Set"/> refuses.</exception>
    public HirePrice(int propertyId, int spaceId, Currency currency, HireFacts facts)
    {
        (PropertyId, SpaceId, CurrencyCode) = (propertyId, spaceId, currency.Code);
        Set(facts);
    }

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public int SpaceId { get; private set; }

    public string CurrencyCode { get; private set; }

    public WeekDays Weekdays { get; private set; }

    public LocalDate? ValidFrom { get; private set; }

    /// <summary>The last day.</summary>
    public LocalDate? ValidTo { get; private set; }

    /// <summary>Rises at each change; a stale page cannot overwrite a newer one.</summary>
    public int Version { get; private set; }

    /// <summary>For each hour begun, in minor units; none: not hired by the hour.</summary>
    public long? HourUnits { get; private set; }

    /// <summary>For a half day, in minor units.</summary>
    public long? HalfDayUnits { get; private set; }

    /// <summary>For a day, in minor units.</summary>
    public long? DayUnits { get; private set; }

    public Currency Currency => Currency.Of(CurrencyCode);

    public Money? Hour => Of(HourUnits);

    public Money? HalfDay => Of(HalfDayUnits);

    public Money? Day => Of(DayUnits);

    public HireFacts Facts => new(Weekdays, ValidFrom, ValidTo, Hour, HalfDay, Day);

    public Money? For(HireSpan span) => span switch { HireSpan.Hour => Hour, HireSpan.HalfDay => HalfDay, _ => Day };

    /// <exception cref="HouseRuleException">No price, one below zero, another currency, or days that contradict each other.</exception>
    public void Set(HireFacts facts)
    {
        if (facts.IsEmpty) throw new HouseRuleException("Give a price for the hour, the half day or the day.");
        if (facts.ValidTo < facts.ValidFrom) throw new HouseRuleException("The prices end before they begin. Give a later last day.");
        foreach (var price in new[] { facts.Hour, facts.HalfDay, facts.Day }.OfType<Money>())
        {
            if (price.Currency != Currency) throw new HouseRuleException($"The space is hired in {Currency}; give the price in it.");
            if (price.IsNegative || price.Amount > PriceCalendar.Dearest) throw new HouseRuleException("A price is between 0 and 1,000,000.");
        }

        (Weekdays, ValidFrom, ValidTo) = (facts.Weekdays, facts.ValidFrom, facts.ValidTo);
        (HourUnits, HalfDayUnits, DayUnits) = (facts.Hour?.MinorUnits, facts.HalfDay?.MinorUnits, facts.Day?.MinorUnits);
        Version++;
    }

    public bool HoldsOn(LocalDate day) => IsValidOn(day) && (Weekdays == WeekDays.None || Weekdays.Hold(day));

    public bool IsValidOn(LocalDate day) => !(day < ValidFrom) && !(day > ValidTo);

    /// <summary>There would be two prices for one day.</summary>
    public bool Collides(HirePrice other)
    {
        var sameDays = Weekdays == WeekDays.None ? other.Weekdays == WeekDays.None : (Weekdays & other.Weekdays) != WeekDays.None;
        return sameDays && SpaceId == other.SpaceId && !(ValidTo < other.ValidFrom) && !(other.ValidTo < ValidFrom);
    }

    /// <summary>The prices of the days from then on; those before stay.</summary>
    /// <returns>The row of the days from then on; none when this one changed as a whole.</returns>
    public HirePrice? Raise(PriceRise rise)
    {
        if (ValidTo < rise.From) return null;
        var risen = Facts with { Hour = Risen(Hour), HalfDay = Risen(HalfDay), Day = Risen(Day) };
        if (ValidFrom >= rise.From)
        {
            Set(risen);
            return null;
        }

        var next = new HirePrice(PropertyId, SpaceId, Currency, risen with { ValidFrom = rise.From });
        ValidTo = rise.From.PlusDays(-1);
        Version++;
        return next;

        Money? Risen(Money? was) => was is { } price ? rise.Apply(price) : null;
    }

    /// <summary>What each price of the days from then on was and would be.</summary>
    public IReadOnlyList<PriceChange> Changes(PriceRise rise) => ValidTo < rise.From ? [] :
        [.. Enum.GetValues<HireSpan>().Where(span => For(span) is not null).Select(span => new PriceChange(span.ToString(), For(span)!.Value, rise.Apply(For(span)!.Value)))];

    private Money? Of(long? units) => units is { } known ? new Money(known, Currency) : null;
}
