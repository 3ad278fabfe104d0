using HotelCorporate.Domain.Agreements;
using NodaTime;

namespace HotelCorporate.Domain.Rooms;

/// <summary>The same rooms of a type for several nights on end.</summary>
public sealed record BlockStay(int RoomTypeId, Occupancy Occupancy, LocalDate Arrival, int Nights, int Rooms);

/// <summary>A day of the pick-up curve.</summary>
/// <param name="PickedUp">Room nights taken by the end of that day; none for a day to come.</param>
/// <param name="Plan">Room nights expected by then, one decimal.</param>
public sealed record CurveDay(LocalDate On, int? PickedUp, decimal Plan);

/// <content>The block as offers and charts read it.</content>
public sealed partial class RoomBlock
{
    /// <summary>The agreed rooms as stays, longest runs first in time: what an offer proposes.</summary>
    public IReadOnlyList<BlockStay> Stays()
    {
        var stays = new List<BlockStay>();
        foreach (var night in _nights.Where(night => night.Agreed > 0).OrderBy(night => night.RoomTypeId).ThenBy(night => night.Night))
        {
            if (stays is [.., var last] && last.RoomTypeId == night.RoomTypeId && last.Occupancy == night.Occupancy && last.Rooms == night.Agreed && last.Arrival.PlusDays(last.Nights) == night.Night)
                stays[^1] = last with { Nights = last.Nights + 1 };
            else stays.Add(new(night.RoomTypeId, night.Occupancy, night.Night, 1, night.Agreed));
        }

        return [.. stays.OrderBy(stay => stay.Arrival).ThenBy(stay => stay.RoomTypeId)];
    }

    /// <summary>The days on which something changed or was due, up to the arrival, each with the plan.</summary>
    public IReadOnlyList<CurveDay> Curve(LocalDate today)
    {
        if (Arrival is not { } arrival || arrival <= MadeOn) return [];
        IEnumerable<LocalDate> days = [MadeOn, today, arrival, .. _pace.Select(day => day.On), .. ReviewOn, .. CutOffOn is { } cutOff ? [cutOff] : Array.Empty<LocalDate>()];
        return [.. days.Where(day => day >= MadeOn && (day <= arrival || day <= today)).Distinct().Order().Select(day => new CurveDay(day, day <= today ? TakenBy(day) : null, Expected(day)))];
    }

    /// <summary>Room nights that the plan expects to be taken by that day, one decimal.</summary>
    public decimal Expected(LocalDate day)
    {
        if (Arrival is not { } arrival) return 0;
        var until = CutOffOn is { } cutOff && cutOff > MadeOn ? cutOff : arrival;
        return decimal.Round(Agreed * PickUpPlan.Parse(PlanText).By(day, MadeOn, until, arrival), 1, MidpointRounding.AwayFromZero);
    }

    private int TakenBy(LocalDate day) => _pace.Where(known => known.On <= day).MaxBy(known => known.On)?.PickedUp ?? 0;
}
