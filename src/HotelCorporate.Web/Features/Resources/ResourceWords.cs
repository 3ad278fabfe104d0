using HotelCorporate.Domain;
using HotelCorporate.Domain.Resources;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Html;
using NodaTime;

namespace HotelCorporate.Web.Features.Resources;

/// <summary>Clashes and suggestions in the reader's words.</summary>
internal static class ResourceWords
{
    public static string Say(ShortageAdvice advice, ShortagesPage.Row row, DateTimeZone zone)
    {
        return Show.Say(Words());

        Sentence Words()
        {
            var cost = row.Shortage.Resource.HireCost;
            switch (advice)
            {
                case ShortageAdvice.Hire hire when !cost.IsZero: return $"Hire {hire.Quantity} from outside, about {cost * hire.Quantity}.";
                case ShortageAdvice.Hire hire: return $"Hire {hire.Quantity} from outside.";
                case ShortageAdvice.Move move:
                    var taker = row.Takers.First(taker => taker.Function.Id == move.FunctionId);
                    return $"Move {taker.Function.Name} to {taker.Function.StartsAt.InZone(zone).Date.PlusDays(move.Days)}: enough are there then.";
                default: throw new ArgumentOutOfRangeException(nameof(advice), advice, message: null);
            }
        }
    }

    /// <summary>"3 changes between 17:00 and 18:00 need 9 Banqueting, 6 are there; 40 Round tables, 34 are there."</summary>
    public static string Say(TurnRoundClash clash, LocalDate day, DateTimeZone zone)
    {
        return Show.Say(Words());

        Sentence Words()
        {
            var lacks = Sentence.Join("; ", [.. clash.Lacks.Select(lack => (Sentence)$"{lack.Needed} {lack.Resource.Name}, {lack.There} are there")]);
            if (clash.Changes == 0) return $"Between {At(clash.Time.From)} and {At(clash.Time.Until)} the functions need {lacks}.";
            if (clash.Changes == 1) return $"One change between {At(clash.Time.From)} and {At(clash.Time.Until)} needs {lacks}.";
            return $"{clash.Changes} changes between {At(clash.Time.From)} and {At(clash.Time.Until)} need {lacks}.";
        }

        object At(Instant at)
        {
            var wall = at.InZone(zone).LocalDateTime;
            return wall.Date == day ? wall.TimeOfDay : wall;
        }
    }

    /// <summary>From when to when; on the asked day without the date.</summary>
    public static string Say(Occupation time, LocalDate? day, DateTimeZone zone)
    {
        var (from, until) = (time.From.InZone(zone).LocalDateTime, time.Until.InZone(zone).LocalDateTime);
        var first = from.Date == day ? Show.Time(from.TimeOfDay) : $"{Show.Day(from.Date)} {Show.Time(from.TimeOfDay)}";
        return until.Date == from.Date ? $"{first}–{Show.Time(until.TimeOfDay)}" : $"{first} – {Show.Day(until.Date)} {Show.Time(until.TimeOfDay)}";
    }
}
