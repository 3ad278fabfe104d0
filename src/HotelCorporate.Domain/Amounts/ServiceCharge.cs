namespace HotelCorporate.Domain.Amounts;

/// <summary>A named charge on some of what a property sells: 24 % on food and beverage.</summary>
public sealed class ServiceCharge
{
    private ServiceCharge() => (Name, Classes) = ("", []);

    public ServiceCharge(int propertyId, string name, decimal rate, bool isTaxable, params IEnumerable<RevenueClass> classes) : this()
    {
        PropertyId = propertyId;
        Change(name, rate, isTaxable, classes);
    }

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public string Name { get; private set; }

    /// <summary>A fraction: 0.24 is 24 %.</summary>
    public decimal Rate { get; private set; }

    public bool IsTaxable { get; private set; }

    public IList<RevenueClass> Classes { get; private set; }

    /// <summary>For what is priced from now on; offers that exist keep theirs.</summary>
    /// <exception cref="HouseRuleException">It has no name or covers nothing, or the rate is not between 0 and 100 %.</exception>
    public void Change(string name, decimal rate, bool isTaxable, IEnumerable<RevenueClass> classes)
    {
        if (rate is < 0 or > 1) throw new HouseRuleException("A service charge is between 0 and 100 %.");
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > 80) throw new HouseRuleException("Give the charge a name of 80 characters at most.");
        (Name, Rate, IsTaxable, Classes) = (name.Trim(), rate, isTaxable, [.. classes.Distinct()]);
        if (Classes.Count == 0) throw new HouseRuleException("Say what the charge is taken on: one kind of revenue at least.");
    }

    public bool Covers(RevenueClass revenueClass) => Classes.Contains(revenueClass);

    public ServiceShare ToShare() => new(Name, Rate, IsTaxable);
}
