using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Forecasts;

/// <summary>What a hotel means to earn in a year, by month and revenue class, net before service and tax: the whole house's plan, or that of one segment.</summary>
public sealed class RevenuePlan
{
    /// <summary>How far from this year a plan may be.</summary>
    public const int YearsAway = 5;

    private const string House = "All";
    private const long Highest = 1_000_000_000;

    private readonly List<PlannedRevenue> _cells = [];

    private RevenuePlan() { }

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public int Year { get; private set; }

    /// <summary>The name of the segment, or "All": a word, so that the database refuses a second plan of the house.</summary>
    public string Part { get; private set; } = House;

    public Segment? Segment => Part == House ? null : Enum.Parse<Segment>(Part);

    public string CurrencyCode { get; private set; } = "";

    public Currency Currency => Currency.Of(CurrencyCode);

    /// <summary>Rises at each change; a stale page cannot overwrite a newer one.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<PlannedRevenue> Cells => _cells;

    /// <exception cref="HouseRuleException">The year is more than five years away.</exception>
    public static RevenuePlan Open(int propertyId, int year, Segment? segment, Currency currency, LocalDate today)
    {
        RefuseFar(year, today);
        return new RevenuePlan { PropertyId = propertyId, Year = year, Part = PartOf(segment), CurrencyCode = currency.Code };
    }

    /// <summary>How a plan of this segment is called where it is kept.</summary>
    public static string PartOf(Segment? segment) => segment?.ToString() ?? House;

    /// <exception cref="HouseRuleException">The year is more than five years away.</exception>
    public static void RefuseFar(int year, LocalDate today)
    {
        if (Math.Abs((long)year - today.Year) > YearsAway) throw new HouseRuleException($"Choose a year from {Year(today.Year - YearsAway)} to {Year(today.Year + YearsAway)}.");

        static Sentence Year(int year) => Sentence.Typed(year.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>What may stand in a cell: 0 to 1,000,000,000, in the currency's own decimals.</summary>
    /// <exception cref="HouseRuleException">It is negative, too much, or finer than the currency.</exception>
    public static Money Amount(decimal typed, Currency currency)
    {
        if (typed < 0) throw new HouseRuleException("A plan is 0 or more.");
        if (typed > Highest) throw new HouseRuleException("A plan is 1,000,000,000 at most.");
        var amount = Money.Of(typed, currency);
        return amount.Amount == typed ? amount : throw new HouseRuleException($"An amount in {currency} has {currency.Digits} decimals at most.");
    }

    public Money? Of(int month, RevenueClass revenueClass) => _cells.Find(cell => cell.Month == month && cell.RevenueClass == revenueClass) is { } found ? new Money(found.MinorUnits, Currency) : null;

    /// <summary>Plans a month and class anew; nothing takes it out of the plan.</summary>
    /// <returns>Whether it is news.</returns>
    public bool Set(int month, RevenueClass revenueClass, Money? amount)
    {
        if (month is < 1 or > 12) throw new ArgumentOutOfRangeException(nameof(month));
        if (Of(month, revenueClass) == amount) return false;
        _cells.RemoveAll(cell => cell.Month == month && cell.RevenueClass == revenueClass);
        if (amount is { } planned) _cells.Add(new PlannedRevenue(month, revenueClass, planned.MinorUnits));
        Version++;
        return true;
    }

    /// <summary>The hotel keeps its books in another currency since: what was planned in the old one is put aside.</summary>
    public void StartIn(Currency currency)
    {
        if (currency == Currency) return;
        CurrencyCode = currency.Code;
        _cells.Clear();
        Version++;
    }
}

/// <summary>One cell of a plan.</summary>
public sealed class PlannedRevenue
{
    private PlannedRevenue() { }

    internal PlannedRevenue(int month, RevenueClass revenueClass, long minorUnits) => (Month, RevenueClass, MinorUnits) = (month, revenueClass, minorUnits);

    public int Id { get; private set; }

    /// <summary>1 to 12.</summary>
    public int Month { get; private set; }

    public RevenueClass RevenueClass { get; private set; }

    public long MinorUnits { get; private set; }
}
