using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Accounts;

/// <summary>What a hotel keeps of each kind of revenue when what it costs to serve it is paid: contribution margins as hotels plan with them.</summary>
public static class ClassMargins
{
    /// <summary>A fraction of the net revenue.</summary>
    public static decimal Of(RevenueClass revenueClass) => revenueClass switch
    {
        RevenueClass.Rooms => 0.75m,
        RevenueClass.RoomHire => 0.90m,
        RevenueClass.Food => 0.35m,
        RevenueClass.Beverage => 0.55m,
        RevenueClass.Av => 0.50m,
        _ => 0.40m,
    };

    /// <summary>The margin of a mixture; none when there is no revenue.</summary>
    public static decimal? Of(IReadOnlyCollection<(RevenueClass Class, long MinorUnits)> revenue)
    {
        var whole = revenue.Sum(part => part.MinorUnits);
        return whole <= 0 ? null : revenue.Sum(part => part.MinorUnits * Of(part.Class)) / whole;
    }
}
