using HotelCorporate.Domain.Bookings;

namespace HotelCorporate.Domain.Spaces;

/// <summary>How many people a space takes in one style. A style without a row is not offered.</summary>
/// <remarks>Below <paramref name="Minimum"/> or above <paramref name="Comfortable"/> needs a reason; above <paramref name="Legal"/> is refused.</remarks>
public sealed record Capacity(SetupStyle Style, int Minimum, int Comfortable, int Legal)
{
    public int Id { get; private set; }

    /// <summary>What was typed for one style; none when nothing was: the house does not set it so.</summary>
    /// <exception cref="HouseRuleException">A figure is missing, below one or impossible, or they do not go up.</exception>
    public static Capacity? Typed(SetupStyle style, int? minimum, int? comfortable, int? legal)
    {
        if (minimum is null && comfortable is null && legal is null) return null;
        foreach (var (figure, field) in new[] { (minimum, nameof(Minimum)), (comfortable, nameof(Comfortable)), (legal, nameof(Legal)) })
        {
            if (figure is null) throw new HouseRuleException("Type all three figures, or leave all three empty where the house does not set this style.") { Field = field };
            if (figure is < 1 or > Numbers.Most) throw new HouseRuleException($"Type a number of people from 1 to {Numbers.Most}.") { Field = field };
        }

        var typed = new Capacity(style, minimum!.Value, comfortable!.Value, legal!.Value);
        typed.RefuseUnlessItGoesUp();
        return typed;
    }

    /// <summary>A chart states one figure: it is the most allowed; nine tenths sit comfortably, a third still fills the room.</summary>
    public static Capacity OfChart(SetupStyle style, int figure) => new(style, Math.Max(1, figure / 3), Math.Max(1, figure * 9 / 10), figure);

    /// <summary>The most allowed is more than the area takes comfortably: such a figure is shown as what it is.</summary>
    public bool IsAbove(decimal? areaM2) => PersonArea.Comfortable(areaM2, Style) < Legal;

    public bool SaysTheSameAs(Capacity other) => (Style, Minimum, Comfortable, Legal) == (other.Style, other.Minimum, other.Comfortable, other.Legal);

    /// <exception cref="HouseRuleException">They do not go up.</exception>
    public void RefuseUnlessItGoesUp()
    {
        if (Minimum < 0 || Comfortable < Minimum || Legal < Comfortable)
            throw new HouseRuleException("Capacities go up: minimum, comfortable, legal. Put them in that order.") { Field = Comfortable < Minimum ? nameof(Comfortable) : nameof(Legal) };
    }
}
