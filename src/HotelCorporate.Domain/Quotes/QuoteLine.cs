using System.Text.Json;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Quotes;

/// <summary>One priced line of an offer. It is a copy: a later change of the package or the tax code does not touch it.</summary>
public sealed class QuoteLine
{
    private const decimal Millionths = 1_000_000m;

    private IReadOnlyList<ServiceShare>? _services;
    private int? _functionId;
    private string? _stepsText;
    private IReadOnlyList<PriceStep>? _steps;

    private QuoteLine() => (Heading, Description, DiscountReason, TaxCategory) = ("", "", "", "");

    /// <param name="heading">What it belongs to: a package on a day, or a function; the page groups by it.</param>
    /// <param name="discountRate">A fraction off; needs a reason.</param>
    public QuoteLine(
        Sentence heading, Sentence description, LocalDate on, RevenueClass revenueClass, decimal quantity, UnitPrice unit,
        string taxCategory, decimal taxRate, IReadOnlyList<PriceStep> steps, decimal discountRate = 0, string discountReason = "")
    {
        if (string.IsNullOrWhiteSpace(description.ToString()) || description.ToString().Length > 200) throw new HouseRuleException("Say what the line is for, in 200 characters at most.");
        if (quantity is <= 0 or > 1_000_000 || decimal.Round(quantity, 3) != quantity)
            throw new HouseRuleException($"The quantity of {description} is above zero, at most 1,000,000, and has three decimals at most.");
        if (unit.Amount is < 0 or > 10_000_000) throw new HouseRuleException($"The price of {description} is between 0 and 10,000,000.");
        if (discountRate is < 0 or > 1) throw new HouseRuleException("A discount is between 0 and 100 %.");
        if (discountRate > 0 && string.IsNullOrWhiteSpace(discountReason)) throw new HouseRuleException("Give the reason for the discount.");
        var full = unit.Times(quantity);
        Heading = heading;
        Description = description;
        On = on;
        RevenueClass = revenueClass;
        Quantity = quantity;
        UnitMillionths = (long)(unit.Amount * Millionths);
        Amount = Money.Of(unit.Amount * quantity * (1 - discountRate), unit.Currency);
        Discount = full - Amount;
        DiscountRate = discountRate;
        DiscountReason = discountRate > 0 ? discountReason.Trim() : "";
        TaxCategory = taxCategory;
        TaxRate = taxRate;
        List<PriceStep> all = [.. steps];
        if (discountRate > 0) all.Add(new($"{Sentence.Percent(discountRate)} off: {DiscountReason}", Amount.Amount));
        _steps = all;
    }

    /// <summary>Points taken off what a group of lines comes to.</summary>
    /// <param name="like">One of the group: the reward is taxed and serviced as it is.</param>
    internal static QuoteLine Reward(QuoteLine like, Sentence description, Money off, IReadOnlyList<PriceStep> steps) => new()
    {
        Heading = "Loyalty points", Description = description, On = like.On, RevenueClass = like.RevenueClass, Quantity = 1, UnitMillionths = -(long)(off.Amount * Millionths),
        Discount = Money.Zero(off.Currency), Amount = -off, TaxCategory = like.TaxCategory, TaxRate = like.TaxRate, ServicesText = like.ServicesText, Role = QuoteLineRole.Reward, _steps = steps,
    };

    public int Id { get; private set; }

    public int Position { get; internal set; }

    public Sentence Heading { get; private set; }

    public Sentence Description { get; private set; }

    /// <summary>The date of supply, whose tax rate holds.</summary>
    public LocalDate On { get; private set; }

    public RevenueClass RevenueClass { get; private set; }

    public decimal Quantity { get; private set; }

    /// <summary>The unit price in millionths of the currency, exactly.</summary>
    public long UnitMillionths { get; private set; }

    public Money Discount { get; private set; }

    /// <summary>A fraction off.</summary>
    public decimal DiscountRate { get; private set; }

    public string DiscountReason { get; private set; }

    /// <summary>Quantity x unit price - discount, rounded once; net or gross as the offer's tax mode says.</summary>
    public Money Amount { get; private set; }

    public string TaxCategory { get; private set; }

    public decimal TaxRate { get; private set; }

    /// <summary>The service charges on it, as <see cref="ServiceShare.Write"/> puts them.</summary>
    public string ServicesText { get; private set; } = "";

    public IReadOnlyList<ServiceShare> Services => _services ??= ServiceShare.Read(ServicesText);

    /// <summary>How the price came about, as JSON; written when it is stored, not while somebody types.</summary>
    public string StepsText
    {
        get => _stepsText ??= JsonSerializer.Serialize(_steps);
        private set => (_stepsText, _steps) = (value, null);
    }

    /// <summary>The quantity is a number of people: it follows the guarantee and the actual number of its function.</summary>
    public bool PerPerson { get; init; }

    /// <summary>People that are charged at least, when it follows their number.</summary>
    public int AtLeast { get; init; }

    /// <summary>Bedrooms of this type on this night.</summary>
    public int? RoomTypeId { get; init; }

    /// <summary>How many sleep in each of them.</summary>
    public Occupancy? Occupancy { get; init; }

    public int? FunctionId { get => _functionId; init => _functionId = value; }

    /// <summary>The function of the offer's own programme that it belongs to.</summary>
    public int? Key { get; init; }

    public QuoteLineRole Role { get; init; }

    /// <summary>Its price follows the spend on food and beverage: the rule as <see cref="SpendRule.Write"/> puts it; empty: it does not.</summary>
    public string RuleText { get; init; } = "";

    public SpendRule? Rule => SpendRule.Read(RuleText);

    /// <summary>What the line costs the house, net, in minor units of the offer's currency. The client does not see it.</summary>
    public long CostUnits { get; init; }

    public int? PackageId { get; init; }

    public UnitPrice Unit => new(UnitMillionths / Millionths, Amount.Currency);

    public IReadOnlyList<PriceStep> Steps => _steps ??= JsonSerializer.Deserialize<List<PriceStep>>(StepsText) ?? [];

    /// <summary>The steps after the price: its quantity, the service on it, and how its tax comes about. The tax is worked out once on all lines of its rate, so a line has no amount of it.</summary>
    /// <param name="mode">That of the offer.</param>
    public IEnumerable<PriceStep> StepsAfter(TaxMode mode)
    {
        if (Steps.Count == 0 || Steps[^1].Amount != Amount.Amount) yield return new($"{Quantity} x {Unit}", Amount.Amount);
        foreach (var share in Services)
        {
            Sentence service = mode == TaxMode.Exclusive ? (Sentence)$"{share.Name}: {Sentence.Percent(share.Rate)} on it" : (Sentence)$"{share.Name}: {Sentence.Percent(share.Rate)} inside it";
            yield return new(service, ToSum().ServiceOf(mode, share).Amount);
        }

        yield return new(mode == TaxMode.Exclusive ? (Sentence)$"Tax of {Sentence.Percent(TaxRate)}, on the sum of all lines of this rate" : (Sentence)$"Tax of {Sentence.Percent(TaxRate)} inside, taken out of the sum of all lines of this rate");
    }

    /// <summary>Puts on every charge that covers its revenue class.</summary>
    public QuoteLine Serviced(IEnumerable<ServiceCharge> charges)
    {
        _services = [.. charges.Where(charge => charge.Covers(RevenueClass)).Select(charge => charge.ToShare())];
        ServicesText = ServiceShare.Write(_services);
        return this;
    }

    /// <summary>What points come off together: one kind of revenue with one tax and one service.</summary>
    internal (RevenueClass, string, decimal, string) RewardGroup => (RevenueClass, TaxCategory, TaxRate, ServicesText);

    /// <summary>Its price follows what other lines come to.</summary>
    internal bool FollowsOthers => RuleText.Length > 0 || Role == QuoteLineRole.Reward;

    internal void BelongTo(int functionId) => _functionId = functionId;

    public Money Cost => new(CostUnits, Amount.Currency);

    internal SumLine ToSum(UnitPrice unit) => new(Money.Of(unit.Amount * Quantity * (1 - DiscountRate), unit.Currency), TaxCategory, TaxRate, Services);

    internal SumLine ToSum() => new(Amount, TaxCategory, TaxRate, Services);

    internal SumLine ToSum(IReadOnlyDictionary<int, int> people) => PerPerson && FunctionId is { } function && people.TryGetValue(function, out var count)
        ? new(Money.Of(Unit.Amount * Math.Max(count, AtLeast) * (1 - DiscountRate), Unit.Currency), TaxCategory, TaxRate, Services)
        : ToSum();
}
