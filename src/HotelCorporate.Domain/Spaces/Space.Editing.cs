namespace HotelCorporate.Domain.Spaces;

/// <content>How a space is changed. What needs to see the other spaces of the hotel is asked of <see cref="HotelLayout"/>.</content>
public sealed partial class Space
{
    /// <summary>A space that is not outdoors needs no back-up room and loses the one it had.</summary>
    internal void Describe(SpaceFacts facts)
    {
        (Name, Floor, Access, Position) = (facts.Name, facts.Floor, facts.Access, facts.Position);
        (AreaM2, HeightM, LengthM, WidthM) = (facts.AreaM2, facts.HeightM, facts.LengthM, facts.WidthM);
        (HasDaylight, IsOutdoor) = (facts.HasDaylight, facts.IsOutdoor);
        if (!IsOutdoor) BackUpSpaceId = null;
    }

    /// <summary>The styles that are named are offered so; all others are no longer offered.</summary>
    public void OfferOnly(IReadOnlyCollection<Capacity> capacities)
    {
        foreach (var style in _capacities.Select(old => old.Style).Except(capacities.Select(capacity => capacity.Style)).ToList()) Withdraw(style);
        foreach (var capacity in capacities)
            if (In(capacity.Style)?.SaysTheSameAs(capacity) != true) Offer(capacity);
    }

    /// <summary>The house no longer sets it so.</summary>
    public void Withdraw(SetupStyle style) => _capacities.RemoveAll(old => old.Style == style);

    internal void MakeOf(IReadOnlyCollection<Atom> atoms)
    {
        _atoms.RemoveAll(taken => !atoms.Contains(taken.Atom));
        foreach (var atom in atoms.Where(atom => _atoms.TrueForAll(taken => taken.Atom != atom))) Occupy(atom);
    }
}
