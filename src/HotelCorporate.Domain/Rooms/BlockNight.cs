using System.Text.Json;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Rooms;

/// <summary>The rooms of one type that a block has for one night.</summary>
public sealed class BlockNight
{
    private BlockNight() => (StepsText, RateReason) = ("[]", "");

    internal BlockNight(int roomTypeId, LocalDate night, Occupancy occupancy, Currency currency) : this() =>
        (RoomTypeId, Night, Occupancy, Rate) = (roomTypeId, night, occupancy, Money.Zero(currency));

    public int Id { get; private set; }

    public int RoomTypeId { get; private set; }

    public LocalDate Night { get; internal set; }

    public Occupancy Occupancy { get; internal set; }

    /// <summary>Rooms that the contract names; before there is one, those that were asked for.</summary>
    public int Contracted { get; internal set; }

    /// <summary>Rooms that client and hotel agreed to take off since.</summary>
    public int Reduced { get; internal set; }

    /// <summary>Rooms that the house keeps back now; after the cut-off those that are picked up.</summary>
    public int Held { get; internal set; }

    /// <summary>Rooms that wait for somebody who may let the house go below zero.</summary>
    public int? Asked { get; internal set; }

    /// <summary>Rooms that a manager let it hold, whatever is free.</summary>
    public int ForcedUpTo { get; internal set; }

    /// <summary>Rooms that the client has taken, as somebody typed it.</summary>
    public int ByHand { get; internal set; }

    /// <summary>Rooms that have a name on the rooming list.</summary>
    public int Named { get; internal set; }

    public Money Rate { get; private set; }

    /// <summary>How the rate came about, as JSON.</summary>
    public string StepsText { get; private set; }

    /// <summary>Why the rate is another than the one that the agreements give; empty when it is that one.</summary>
    public string RateReason { get; private set; }

    /// <summary>What attrition counts against: the contract less agreed reductions, never what the cut-off left.</summary>
    public int Agreed => Contracted - Reduced;

    /// <summary>The greater of what was typed and what the rooming list names.</summary>
    public int PickedUp => Math.Max(ByHand, Named);

    public int Unsold => Math.Max(0, Held - PickedUp);

    public IReadOnlyList<PriceStep> Steps => JsonSerializer.Deserialize<List<PriceStep>>(StepsText) ?? [];

    internal bool IsEmpty => Contracted == 0 && Held == 0 && PickedUp == 0 && Asked is null;

    internal void PriceAt(Money rate, IReadOnlyList<PriceStep> steps, string reason = "") =>
        (Rate, StepsText, RateReason) = (rate, JsonSerializer.Serialize(steps), reason);
}
