using NodaTime;

namespace HotelCorporate.Domain.Rooms;

/// <summary>What the hotel's own system says of a room type in one night.</summary>
public sealed class HouseNight
{
    /// <summary>Rooms of one type in one house at most.</summary>
    public const int Most = 5_000;

    private HouseNight() { }

    public HouseNight(int roomTypeId, LocalDate night, HouseFacts facts) => (RoomTypeId, Night, Physical, OutOfOrder, Sold) = (roomTypeId, night, facts.Physical, facts.OutOfOrder, facts.Sold);

    public int RoomTypeId { get; private set; }

    public LocalDate Night { get; private set; }

    public int Physical { get; private set; }

    public int OutOfOrder { get; private set; }

    /// <summary>Sold outside of the blocks that are kept here.</summary>
    public int Sold { get; private set; }

    public HouseFacts Facts => new(Physical, OutOfOrder, Sold);

    public void Set(HouseFacts facts) => (Physical, OutOfOrder, Sold) = (facts.Physical, facts.OutOfOrder, facts.Sold);
}

/// <summary>Rooms of one type in one night: how many there are, out of order, sold.</summary>
public sealed record HouseFacts(int Physical, int OutOfOrder, int Sold)
{
    /// <exception cref="HouseRuleException">A number is below zero or too high, or more are out of order than there are.</exception>
    public HouseFacts Checked()
    {
        foreach (var (field, rooms) in new[] { (nameof(Physical), Physical), (nameof(OutOfOrder), OutOfOrder), (nameof(Sold), Sold) })
            if (rooms is < 0 or > HouseNight.Most) throw new HouseRuleException($"{rooms}: rooms are between 0 and {HouseNight.Most}.") { Field = field };
        if (OutOfOrder > Physical) throw new HouseRuleException($"{OutOfOrder} rooms are out of order and there are {Physical}.") { Field = nameof(OutOfOrder) };
        return this;
    }
}

/// <summary>How a room type stands in one night (domain section 7).</summary>
/// <param name="Blocked">Kept by the blocks of bookings that hold.</param>
public sealed record HouseStand(int Physical, int OutOfOrder, int Sold, int Blocked)
{
    /// <summary>Below zero when more is given away than there is.</summary>
    public int Free => Physical - OutOfOrder - Sold - Blocked;
}
