using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>What stands against an offer while it is typed: rooms that are taken or too small, equipment of which there is not enough.</summary>
public sealed class QuoteObstacles(HotelDb db, BookingMoves moves, IClock clock)
{
    /// <summary>As things stand now; the offer can be made all the same.</summary>
    public async Task<IReadOnlyList<Sentence>> ReadAsync(QuoteWish wish, CancellationToken cancel)
    {
        try
        {
            var isMain = wish.Alternative == 1;
            var own = isMain ? wish.Ground.Functions.ToDictionary(function => function.Id) : [];
            var functions = wish.Asked.Functions.Select(function => function.Planned).ToDictionary(planned => planned.Key, planned => isMain ? own[planned.FunctionId!.Value] : BookingMoves.FunctionOf(planned, wish.Ground.Property));
            return
            [
                .. Meeting(wish), .. isMain && wish.Brought.Count == 0 ? [] : await moves.ObstaclesAsync(Planned(wish), cancel),
                .. await db.ShortToSellAsync(wish.Ground.Property, wish.Asked, functions, wish.Ground.Basis.Items, cancel),
            ];
        }
        catch (HouseRuleException refusal)
        {
            return [refusal.Sentence]; // two of its functions meet, or the clock skips a time
        }
    }

    /// <summary>Why an alternative could never be accepted, by the field of the request: its functions meet each other, or more people are in a room than the law allows.</summary>
    public async Task<IReadOnlyList<(string Field, Sentence Why)>> RefusalsAsync(QuoteWish wish, CancellationToken cancel)
    {
        var found = new List<(string, Sentence)>();
        var spaces = await DeskQueries.SpacesAsync(db, wish.Asked.Functions.Select(function => function.Planned.SpaceId), cancel);
        foreach (var (planned, at) in wish.Asked.Functions.Select((function, at) => (function.Planned, at)).Where(pair => pair.Planned.SpaceId is not null))
        {
            var space = spaces.GetValueOrDefault(planned.SpaceId!.Value);
            var isOurs = space is { IsRetired: false } && space.PropertyId == wish.Ground.Property.Id;
            Sentence? whyNot = isOurs ? space!.WhyNot(planned.People, planned.Style) : "This hotel has no such room. Choose another.";
            if (whyNot is not null) found.Add(($"{nameof(wish.Asked.Functions)}[{at}].{nameof(planned.SpaceId)}", whyNot));
        }

        try
        {
            Planned(wish);
        }
        catch (HouseRuleException refusal)
        {
            found.Add(("", refusal.Sentence));
        }

        return found;
    }

    /// <summary>What the packages of the main offer bring into a room in which the booking has something else then.</summary>
    private static IEnumerable<Sentence> Meeting(QuoteWish wish) =>
        from brought in wish.Alternative == 1 ? wish.Brought : []
        let function = BookingMoves.FunctionOf(brought, wish.Ground.Property)
        let other = wish.Ground.Functions.FirstOrDefault(other => other.SpaceId is not null && other.SpaceId == function.SpaceId && other.Occupation.Overlaps(function.Occupation))
        where other is not null
        select (Sentence)$"{brought.Name} of the package meets {other.Name} in the same room, set-up and tear-down included. Give one of them another room or time.";

    /// <summary>The booking as the alternative would have it; of the main offer what it brings anew.</summary>
    private Booking Planned(QuoteWish wish)
    {
        var planned = Booking.Inquire(wish.Ground.Property.Id, wish.Ground.Booking.AccountId, "", wish.Ground.Booking.Name, null, clock.GetCurrentInstant());
        foreach (var function in (wish.Alternative == 1 ? [] : wish.Asked.Functions.Select(function => function.Planned)).Concat(wish.Brought)) planned.Add(BookingMoves.FunctionOf(function, wish.Ground.Property));
        return planned;
    }
}
