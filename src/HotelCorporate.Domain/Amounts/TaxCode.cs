using NodaTime;

namespace HotelCorporate.Domain.Amounts;

/// <summary>How a thing is taxed at one property: a category of EN 16931 and a rate that may change with the years.</summary>
public sealed class TaxCode
{
    private readonly List<DatedRate> _rates = [];

    private TaxCode() => (Code, Name, Category) = ("", "", "");

    /// <param name="category">S standard, Z zero, E exempt, O outside the scope, AE reverse charge.</param>
    public TaxCode(int propertyId, string code, string name, string category, decimal rate, LocalDate from)
    {
        if (category is not ("S" or "Z" or "E" or "O" or "AE")) throw new HouseRuleException($"{category} is not a tax category. Use S, Z, E, O or AE.");
        if (string.IsNullOrWhiteSpace(code) || code.Length > 16) throw new HouseRuleException("Give the tax code 1 to 16 letters, such as STD.");
        if (string.IsNullOrWhiteSpace(name) || name.Length > 80) throw new HouseRuleException("Give the tax code a name of 80 characters at most.");
        (PropertyId, Code, Name, Category) = (propertyId, code, name, category);
        From(from, rate);
    }

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public string Code { get; private set; }

    public string Name { get; private set; }

    public string Category { get; private set; }

    public IReadOnlyList<DatedRate> Rates => _rates;

    /// <summary>The kinds of sale that are taxed so unless a component has a code of its own. Each kind has one code at a hotel.</summary>
    public IList<RevenueClass> Classes { get; private set; } = [];

    public TaxCode For(params IEnumerable<RevenueClass> classes)
    {
        Classes = [.. classes.Distinct()];
        return this;
    }

    /// <summary>The rate is this one from that day on.</summary>
    /// <param name="rate">A fraction: 0.20 is 20 %.</param>
    public TaxCode From(LocalDate day, decimal rate)
    {
        if (rate is < 0 or > 1) throw new HouseRuleException("A tax rate is between 0 and 100 %.");
        if (Category != "S" && rate != 0) throw new HouseRuleException($"Category {Category} has no rate other than zero.");
        _rates.RemoveAll(known => known.ValidFrom == day);
        _rates.Add(new DatedRate(day, rate));
        return this;
    }

    /// <summary>The rate on the date of supply.</summary>
    /// <exception cref="HouseRuleException">No rate is known for so early a day.</exception>
    public decimal RateOn(LocalDate day) =>
        _rates.Where(rate => rate.ValidFrom <= day).MaxBy(rate => rate.ValidFrom)?.Rate
        ?? throw new HouseRuleException($"{Name} has no rate on {day}. Enter one in the tax codes.");
}

/// <summary>A tax rate from a day on.</summary>
public sealed class DatedRate
{
    private DatedRate() { }

    internal DatedRate(LocalDate validFrom, decimal rate) => (ValidFrom, Rate) = (validFrom, rate);

    public int Id { get; private set; }

    public LocalDate ValidFrom { get; private set; }

    public decimal Rate { get; private set; }
}
