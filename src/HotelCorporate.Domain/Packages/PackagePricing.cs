using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Packages;

/// <summary>Prices a package for a party. Pure: no clock, no database, no culture.</summary>
public static class PackagePricing
{
    /// <summary>The price of one unit is rounded once; protected components keep their list amount, the rest is split once over the others pro rata to list, then each is multiplied.</summary>
    /// <exception cref="HouseRuleException">Not sold on that day or to so many, or the price is below the protected components.</exception>
    public static PackagePrice Price(Package package, NegotiatedPackage? variant, int delegates, LocalDate date, PricingLimits? limits = null)
    {
        if (package.WhyNotOn(date) is { } whyNot) throw new HouseRuleException(whyNot);
        return Price(package, variant, delegates, limits);
    }

    /// <summary>The price whatever the day: for what is agreed for a period.</summary>
    /// <inheritdoc cref="Price(Package,NegotiatedPackage,int,LocalDate,PricingLimits)"/>
    public static PackagePrice Price(Package package, NegotiatedPackage? variant, int delegates, PricingLimits? limits = null)
    {
        if (package.WhyNotFor(delegates) is { } tooManyOrFew) throw new HouseRuleException(tooManyOrFew);
        if (variant is not null && variant.Currency != package.Currency)
            throw new HouseRuleException($"{package.Name} is sold in {package.Currency}; the agreed price is in {variant.Currency}.");

        var steps = new List<PriceStep>();
        var isSmall = delegates < package.MinimumDelegates;
        if (isSmall && package.BelowMinimum == BelowMinimum.FallBackToHire)
        {
            steps.Add(new($"{delegates} delegates are fewer than the minimum of {package.MinimumDelegates}: the room is hired instead"));
            var none = Money.Zero(package.Currency);
            return new PackagePrice(none, none, 0, [], true, [], steps);
        }

        var charged = isSmall ? package.MinimumDelegates : delegates;
        var components = Composed(package, variant);
        var list = ListOf(package, variant, charged, steps);
        var unit = Agreed(list, variant, steps);
        var parts = Split(package, components, unit, charged, steps);
        if (isSmall) steps.Add(new($"{delegates} delegates are fewer than the minimum: {charged} are charged"));
        steps.Add(new($"{charged} x {unit}", (unit * charged).Amount));
        limits ??= PricingLimits.None;
        var price = new PackagePrice(unit, list, charged, parts, false, [], steps) { NetPart = unit.IsZero ? 1 : parts.Sum(part => part.Unit.Amount * limits.NetShare(part.Component)) / unit.Amount };
        var floor = limits.MinimumMargin is { } margin ? price.FloorAt(margin) : null;
        return price with { ToApprove = [.. ToApprove(list, unit, floor, limits)], IsUnderFloor = unit < floor };
    }

    /// <summary>The lowest price that leaves the margin: net cost / (1 - margin), rounded: 40.00 at 30 % is 57.14.</summary>
    /// <param name="netPart">The part of the price that is before service and tax, above 0: 57.14 net is 68.57 where prices hold a tax of 20 %.</param>
    public static Money Floor(Money netCost, decimal minimumMargin, decimal netPart = 1)
    {
        if (minimumMargin is < 0 or >= 1) throw new HouseRuleException("A minimum margin is 0 % or more and below 100 %.");
        return Money.Of(netCost.Amount / (1 - minimumMargin) / netPart, netCost.Currency);
    }

    private static List<Component> Composed(Package package, NegotiatedPackage? variant)
    {
        if (variant is null) return [.. package.Components];
        var unknown = variant.TakenOut.FirstOrDefault(name => !package.Components.Any(component => IsCalled(component, name)));
        if (unknown is not null) throw new HouseRuleException($"{package.Name} has no component called {unknown} to take out.");
        return [.. package.Components.Where(component => !variant.TakenOut.Any(name => IsCalled(component, name))), .. variant.Added];
    }

    private static Money ListOf(Package package, NegotiatedPackage? variant, int charged, List<PriceStep> steps)
    {
        var list = package.ListPriceFor(charged);
        steps.Add(list == package.ListPrice
            ? new($"List price of {package.Name}, the sum of its components", list.Amount)
            : new($"List price of {package.Name} from {package.Steps.Where(step => step.FromDelegates <= charged).Max(step => step.FromDelegates)} delegates on", list.Amount));
        if (variant is null) return list;

        foreach (var taken in package.Components.Where(component => variant.TakenOut.Any(name => IsCalled(component, name))))
        {
            list -= taken.List;
            steps.Add(new($"Without {taken.Name} ({taken.List})", list.Amount));
        }

        foreach (var added in variant.Added)
        {
            list += added.List;
            steps.Add(new($"With {added.Name} ({added.List})", list.Amount));
        }

        return list;
    }

    private static Money Agreed(Money list, NegotiatedPackage? variant, List<PriceStep> steps)
    {
        if (variant is null) return list;
        var unit = list;
        if (variant.Price is { } price)
        {
            unit = price;
            steps.Add(new("Agreed price per delegate", unit.Amount));
        }

        if (variant.DiscountRate > 0)
        {
            unit = Money.Of(unit.Amount * (1 - variant.DiscountRate), unit.Currency);
            steps.Add(new($"{Sentence.Percent(variant.DiscountRate)} off", unit.Amount));
        }

        if (variant.DiscountMinorUnits > 0)
        {
            unit -= variant.Discount;
            steps.Add(new($"{variant.Discount} off", unit.Amount));
        }

        return unit;
    }

    private static PackagePart[] Split(Package package, List<Component> components, Money unit, int charged, List<PriceStep> steps)
    {
        if (components.Count == 0) throw new HouseRuleException($"{package.Name} has no components. Add at least one before pricing it.");
        var kept = components.Where(component => component.IsProtected).Sum(unit.Currency, component => component.List);
        if (unit < kept)
            throw new HouseRuleException($"{unit} is below the {kept} of the components that are protected from discount. Give that at least, or take one of them out.");
        var shared = components.Where(component => !component.IsProtected).ToArray();
        var rest = unit - kept;
        if (shared.Length == 0 && !rest.IsZero)
            throw new HouseRuleException($"Every component of {package.Name} is protected, so its price is {kept}.");
        if (!kept.IsZero) steps.Add(new("Protected components keep their list amount", kept.Amount));
        if (shared.Length > 0) steps.Add(new("Shared over the others in proportion to their list amounts", rest.Amount));

        var shares = shared.Length == 0 ? [] : rest.Split([.. shared.Select(component => component.List.Amount)]);
        var next = 0;
        PackagePart[] parts = [.. components.Select(component => new PackagePart(component, component.IsProtected ? component.List : shares[next++], charged))];
        steps.AddRange(parts.Select(part => part.Component.IsProtected
            ? new PriceStep($"{part.Component.Name} (protected)", part.Unit.Amount) : new PriceStep($"{part.Component.Name} (list {part.Component.List})", part.Unit.Amount)));
        return parts;
    }

    private static IEnumerable<Sentence> ToApprove(Money list, Money unit, Money? floor, PricingLimits limits)
    {
        if (unit < floor) yield return $"{unit} is under the floor of {floor.Value} that leaves a margin of {Sentence.Percent(limits.MinimumMargin!.Value)}.";

        if (limits.MaximumDiscount is { } most && list.MinorUnits > 0 && list.Amount - unit.Amount > list.Amount * most)
            yield return $"The discount of {Sentence.Percent(1 - unit.Amount / list.Amount)} is over your limit of {Sentence.Percent(most)}.";
    }

    private static bool IsCalled(Component component, string name) => string.Equals(component.Name, name, StringComparison.OrdinalIgnoreCase);
}
