using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Resources;

/// <summary>What would lift a shortage.</summary>
public abstract record ShortageAdvice
{
    private const int DaysEitherWay = 7;
    private const int MostMoves = 3;

    private ShortageAdvice() { }

    /// <summary>Hire so many from outside.</summary>
    public sealed record Hire(long Quantity) : ShortageAdvice;

    /// <summary>Without this function enough are there, and on that day enough are there for it too.</summary>
    /// <param name="Days">Later; below 0: earlier.</param>
    public sealed record Move(int FunctionId, int Days) : ShortageAdvice;

    /// <summary>To hire what is missing, and the nearest day in a week either way for each function that would lift it by going.</summary>
    /// <param name="now">Nothing is moved to before.</param>
    public static IReadOnlyList<ShortageAdvice> For(Shortage shortage, ResourceBook book, DateTimeZone zone, Instant now)
    {
        var load = book.LoadOf(shortage.Resource);
        var advice = new List<ShortageAdvice> { new Hire(shortage.Missing) };
        foreach (var id in shortage.FunctionIds.Where(_ => shortage.FunctionIds.Count > 1))
        {
            if (advice.Count > MostMoves) break;
            var (own, others) = (load.Uses.Where(use => use.FunctionId == id).ToList(), new ResourceLoad(shortage.Resource, load.Uses.Where(use => use.FunctionId != id), load.Hired));
            if (own[0].Time.From <= now || others.FreeIn(shortage.Time) < 0) continue;
            var day = Enumerable.Range(1, DaysEitherWay).SelectMany(days => new[] { days, -days })
                .FirstOrDefault(days => own.TrueForAll(use => Shifted(use.Time, days) is var time && time.From > now && others.FreeIn(time) >= use.Quantity));
            if (day != 0) advice.Add(new Move(id, day));
        }

        return advice;

        Occupation Shifted(Occupation time, int days) => new(Later(time.From, days), Later(time.Until, days));

        Instant Later(Instant at, int days) => at.InZone(zone).LocalDateTime.PlusDays(days).InZoneLeniently(zone).ToInstant();
    }
}
