using HotelCorporate.Domain.Imports;
using NodaTime;

namespace HotelCorporate.Domain.Rooms;

/// <summary>Room nights that were taken at the end of a day.</summary>
public sealed class BlockDay
{
    public int Id { get; private set; }

    public required LocalDate On { get; init; }

    public required int PickedUp { get; set; }
}

/// <content>Who takes the rooms: typed night by night, or by the names of a rooming list.</content>
public sealed partial class RoomBlock
{
    /// <summary>Nights that a guest stays at most.</summary>
    private const int LongestStay = 60;

    /// <summary>So many rooms of a type are taken in a night.</summary>
    /// <exception cref="HouseRuleException">More than are kept, or below zero.</exception>
    public void PickUp(RoomType type, LocalDate night, int rooms, LocalDate today)
    {
        var line = Of(type.Id, night) ?? throw NotInBlock(type.Name, night);
        if (rooms < 0) throw new HouseRuleException($"{type.Name} on {night}: rooms are not below zero.");
        if (rooms > line.Held) throw new HouseRuleException($"{type.Name} on {night}: {rooms} rooms are taken and {line.Held} are kept. Keep more rooms first.");
        line.ByHand = rooms;
        Count(today);
    }

    /// <summary>Gives a room its guest; one who is known is changed, not doubled.</summary>
    /// <exception cref="HouseRuleException">The stay is outside of the block, or a night has more names than rooms. Nothing is changed then.</exception>
    public RowVerdict Name(GuestFacts facts, Func<int, string> typeName, LocalDate today)
    {
        if (facts.Departure <= facts.Arrival) throw new HouseRuleException("The departure is after the arrival: a stay has a night at least.") { Field = nameof(GuestFacts.Departure) };
        if (facts.Arrival.PlusDays(LongestStay) < facts.Departure) throw new HouseRuleException($"A stay has {LongestStay} nights at most.") { Field = nameof(GuestFacts.Departure) };
        var guest = _guests.Find(guest => guest.IsMeantBy(facts));
        if (guest?.Facts == facts) return RowVerdict.Unchanged;
        for (var night = facts.Arrival; night < facts.Departure; night = night.PlusDays(1))
        {
            var line = Of(facts.RoomTypeId, night) ?? throw new HouseRuleException($"{night} is outside of the stay: the block has no {typeName(facts.RoomTypeId)} then.") { Field = nameof(GuestFacts.Arrival) };
            var names = _guests.Count(other => other != guest && other.RoomTypeId == facts.RoomTypeId && other.IsThere(night));
            if (names >= line.Held) throw new HouseRuleException($"{typeName(facts.RoomTypeId)} on {night}: more names than rooms, all {line.Held} have one.") { Field = nameof(GuestFacts.RoomTypeId) };
        }

        if (guest is null) _guests.Add(new RoomGuest(facts));
        else guest.Set(facts);
        Count(today);
        return guest is null ? RowVerdict.Made : RowVerdict.Changed;
    }

    /// <summary>The guest does not come: the room is kept, and free for another name.</summary>
    public void Unname(int guestId, LocalDate today)
    {
        if (_guests.RemoveAll(guest => guest.Id == guestId) == 0) throw new HouseRuleException("This guest is no longer on the list.");
        Count(today);
    }

    /// <summary>The pick-up as it stands, kept for the day.</summary>
    private void Count(LocalDate today)
    {
        foreach (var line in _nights) line.Named = _guests.Count(guest => guest.RoomTypeId == line.RoomTypeId && guest.IsThere(line.Night));
        if (_pace.Find(day => day.On == today) is { } known) known.PickedUp = PickedUp;
        else _pace.Add(new BlockDay { On = today, PickedUp = PickedUp });
        Version++;
    }
}
