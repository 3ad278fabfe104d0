namespace HotelCorporate.Domain.Amounts;

/// <summary>A named charge on some of what a property sells: 24 % on food and beverage.</summary>
public sealed class ServiceCharge
{
    private ServiceCharge() => (Name, Classes) = ("", []);

    public ServiceCharge(int propertyId, string name, decimal rate, bool isTaxable, params IEnumerable<RevenueClass> classes)
    {
        if (rate is < 0 or > 1) throw new HouseRuleException("A service charge is between 0 and 100 %.");
        (PropertyId, Name, Rate, IsTaxable, Classes) = (propertyId, name, rate, isTaxable, [.. classes]);
    }

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public string Name { get; private set; }

    /// <summary>A fraction: 0.24 is 24 %.</summary>
    public decimal Rate { get; private set; }

    public bool IsTaxable { get; private set; }

    public IList<RevenueClass> Classes { get; private set; }

    public bool Covers(RevenueClass revenueClass) => Classes.Contains(revenueClass);
}
