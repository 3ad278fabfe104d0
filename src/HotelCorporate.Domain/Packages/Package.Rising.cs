using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using NodaTime;

namespace HotelCorporate.Domain.Packages;

/// <content>How the price of a package rises: by a successor, so that the old price stays for the days before.</content>
public sealed partial class Package
{
    /// <summary>What each price of the days from then on was and would be; none when it is no longer sold then.</summary>
    public IReadOnlyList<PriceChange> Changes(PriceRise rise)
    {
        if (ValidTo < rise.From || IsRetired) return [];
        return
        [
            new("per delegate", ListPrice, rise.Apply(ListPrice)),
            .. _steps.OrderBy(step => step.FromDelegates).Select(step => new PriceChange($"from {step.FromDelegates} delegates", step.Price, rise.Apply(step.Price))),
            .. _components.Zip(RisenComponents(rise)).Select(pair => new PriceChange(Sentence.Typed(pair.First.Name), pair.First.List, pair.Second)),
        ];
    }

    /// <summary>The price per delegate rises and is rounded, and is shared over the components in proportion to what they were: they sum to it. Steps rise each for itself.</summary>
    /// <returns>The package of the days from then on; none when this one begins no earlier and changes as a whole.</returns>
    public Package? Raise(PriceRise rise)
    {
        if (ValidTo < rise.From) return null;
        if (ValidFrom < rise.From)
        {
            var next = new Package(PropertyId, Code, Name, Kind, Currency, rise.From, ValidTo) { Description = Description, Texts = Texts, LineId = Id == 0 ? LineId : Line };
            (next.MinimumDelegates, next.MaximumDelegates, next.BelowMinimum, next.ClosedWeekdays) = (MinimumDelegates, MaximumDelegates, BelowMinimum, ClosedWeekdays);
            next.Fill(this, rise);
            ValidTo = rise.From.PlusDays(-1);
            Version++;
            return next;
        }

        Fill(this, rise);
        Version++;
        return null;
    }

    private void Fill(Package from, PriceRise rise)
    {
        List<Component> risen = [.. from._components.Zip(from.RisenComponents(rise), (component, list) => component.At(list))];
        List<PackageStep> steps = [.. from._steps.Select(step => new PackageStep(step.FromDelegates, rise.Apply(step.Price)))];
        Replace(_components, risen);
        Replace(_steps, steps);
    }

    private IReadOnlyList<Money> RisenComponents(PriceRise rise) =>
        _components.Count == 0 ? [] : rise.Apply(ListPrice).Split([.. _components.Select(component => component.List.Amount)]);
}
