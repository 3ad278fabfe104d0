using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using NodaTime;

namespace HotelCorporate.Domain.Packages;

/// <summary>What the hotel sells at one price per delegate, made of components whose amounts sum to that price.</summary>
public sealed partial class Package
{
    /// <summary>No hall of ours seats more; a larger number is a slip of the keyboard.</summary>
    public const int MostDelegates = 100_000;

    private readonly List<Component> _components = [];
    private readonly List<PackageStep> _steps = [];

    private Package()
    {
        Code = "";
        Name = "";
        CurrencyCode = "";
    }

    public Package(int propertyId, string code, string name, PackageKind kind, Currency currency, LocalDate validFrom, LocalDate? validTo = null)
    {
        if (string.IsNullOrWhiteSpace(code) || code.Length > 16) throw new HouseRuleException("Give the package a short code, such as DDR.");
        if (string.IsNullOrWhiteSpace(name) || name.Length > 120) throw new HouseRuleException("Give the package a name of 120 characters at most.");
        if (validTo < validFrom) throw new HouseRuleException("The package ends before it begins. Give a later last day.");
        PropertyId = propertyId;
        Code = code.Trim();
        Name = name.Trim();
        Kind = kind;
        CurrencyCode = currency.Code;
        ValidFrom = validFrom;
        ValidTo = validTo;
    }

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public string Code { get; private set; }

    public string Name { get; private set; }

    public PackageKind Kind { get; private set; }

    public string CurrencyCode { get; private set; }

    public Currency Currency => Currency.Of(CurrencyCode);

    public LocalDate ValidFrom { get; private set; }

    /// <summary>The last day on which it is sold; none: until further notice.</summary>
    public LocalDate? ValidTo { get; private set; }

    /// <summary>Days on which it is not sold, as bits: Monday 1, Tuesday 2, Wednesday 4 ... Sunday 64.</summary>
    public int ClosedWeekdays { get; private set; }

    public int MinimumDelegates { get; private set; } = 1;

    public int MaximumDelegates { get; private set; } = MostDelegates;

    public BelowMinimum BelowMinimum { get; private set; }

    /// <summary>What is in it, in words for the client.</summary>
    public string Description { get; set; } = "";

    /// <summary>Name and description in the languages of clients.</summary>
    public IReadOnlyList<ClientText> Texts { get; private set; } = [];

    /// <summary>No longer offered: what was sold with it stays as it was sold.</summary>
    public bool IsRetired { get; private set; }

    /// <summary>The first package of a line that a price rise went on with; none for a first one.</summary>
    public int? LineId { get; private set; }

    /// <summary>The same for a package and for those that its price rises made: what was agreed of one holds for all.</summary>
    public int Line => LineId ?? Id;

    public IReadOnlyList<Component> Components => _components;

    /// <summary>Cheaper for more: the step with the largest number that is reached gives the price.</summary>
    public IReadOnlyList<PackageStep> Steps => _steps;

    public int Version { get; private set; }

    /// <summary>The components' list amounts together.</summary>
    public Money ListPrice => _components.Sum(Currency, component => component.List);

    public Package With(Component component)
    {
        if (component.List.Currency != Currency)
            throw new HouseRuleException($"The package is sold in {Currency}; {component.Name} is priced in {component.List.Currency}.");
        if (_components.Any(known => string.Equals(known.Name, component.Name, StringComparison.OrdinalIgnoreCase)))
            throw new HouseRuleException($"The package has a component called {component.Name} already. Give the new one another name.");
        _components.Add(component);
        Version++;
        return this;
    }

    public Package ForDelegates(int minimum, int maximum, BelowMinimum below = BelowMinimum.ChargeMinimum)
    {
        if (minimum < 1) throw new HouseRuleException("A package is for one delegate at least.");
        if (maximum < minimum) throw new HouseRuleException("The largest number of delegates is below the smallest one.");
        if (maximum > MostDelegates) throw new HouseRuleException($"A package is for {MostDelegates} delegates at most.");
        (MinimumDelegates, MaximumDelegates, BelowMinimum) = (minimum, maximum, below);
        Version++;
        return this;
    }

    public Package From(int delegates, Money price)
    {
        if (delegates < 2) throw new HouseRuleException("A step begins with two delegates or more.");
        if (price.IsNegative) throw new HouseRuleException("The price of a step is not below zero.");
        if (_steps.Any(step => step.FromDelegates == delegates)) throw new HouseRuleException($"There is a step from {delegates} delegates already.");
        _steps.Add(new PackageStep(delegates, price));
        Version++;
        return this;
    }

    public Package NotOn(params IEnumerable<IsoDayOfWeek> weekdays)
    {
        ClosedWeekdays = weekdays.Aggregate(0, (bits, day) => bits | 1 << ((int)day - 1));
        Version++;
        return this;
    }

    /// <summary>The list price for so many delegates: that of the step they reach, else the sum of the components.</summary>
    public Money ListPriceFor(int delegates) =>
        _steps.Where(step => step.FromDelegates <= delegates).MaxBy(step => step.FromDelegates)?.Price ?? ListPrice;

    public string NameIn(string language) => Texts.NameIn(language, Name);

    public string DescriptionIn(string language) => Texts.DescriptionIn(language, Description);

    public bool IsClosedOn(IsoDayOfWeek day) => day != IsoDayOfWeek.None && (ClosedWeekdays & 1 << ((int)day - 1)) != 0;

    /// <summary>Why it is not sold on that day; null when it is.</summary>
    public Sentence? WhyNotOn(LocalDate date)
    {
        if (IsRetired) return $"{Name} is no longer sold. Choose another package.";
        if (date < ValidFrom) return $"{Name} is sold from {ValidFrom} on. Choose a later day or another package.";
        if (date > ValidTo) return $"{Name} was sold until {ValidTo.Value}. Choose another package.";
        if (IsClosedOn(date.DayOfWeek)) return $"{Name} is not sold on a {date.DayOfWeek}. Choose another day or package.";
        return null;
    }

    /// <summary>Why it cannot be priced for so many; null when it can. A party below the minimum can: it pays for the minimum, or hires the room.</summary>
    public Sentence? WhyNotFor(int delegates)
    {
        if (delegates < 1) return "A package is priced for one delegate at least. Give the expected number.";
        if (delegates > MaximumDelegates) return $"{Name} is for {MaximumDelegates} delegates at most. Choose another package for {delegates}.";
        return null;
    }

    /// <summary>The first working day on which it is sold, the given one in; where it is sold at weekends alone, the first of those. None within a year: null.</summary>
    public LocalDate? NextSoldOn(LocalDate from)
    {
        var first = LocalDate.Max(from, ValidFrom);
        var sold = Enumerable.Range(0, 366).Select(first.PlusDays).Where(day => WhyNotOn(day) is null);
        return sold.Cast<LocalDate?>().OrderBy(day => day!.Value.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday).FirstOrDefault();
    }
}
