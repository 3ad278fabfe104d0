using HotelCorporate.Domain;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Web.Html;

/// <summary>Why a space does not fit and what would help, in the reader's words: the same on every page that looks for spaces.</summary>
public static class SpaceWords
{
    /// <param name="asked">The day that was asked for: of another one the date is said too.</param>
    public static string Say(SpaceObstacle obstacle, LocalDate asked, DateTimeZone zone) => Show.Say(Of(obstacle, asked, zone));

    /// <inheritdoc cref="Say(SpaceObstacle, LocalDate, DateTimeZone)"/>
    public static Sentence Of(SpaceObstacle obstacle, LocalDate asked, DateTimeZone zone)
    {
        return Words();

        // One return for each: arms of a switch expression would be filled in as plain strings, in English.
        Sentence Words()
        {
            switch (obstacle)
            {
                case SpaceObstacle.StyleNotOffered not: return $"Not set in {not.Style}.";
                case SpaceObstacle.TooSmall small: return $"Too small: {small.People} people, {small.Legal} is the most allowed.";
                case SpaceObstacle.NoDaylight: return "It has no daylight.";
                case SpaceObstacle.Held held: return $"{held.Reference} holds {held.Atom} from {At(held.From)} to {At(held.Until)}, set-up and clearing included.";
                case SpaceObstacle.Closed closed: return $"{closed.Atom} is closed from {At(closed.From)} to {At(closed.Until)}: {closed.Why}";
                case SpaceObstacle.Buffer { Clearing: true } buffer: return $"{buffer.Reference} in {buffer.Atom} is cleared at {At(buffer.Until)}: our set-up misses {buffer.MissingMinutes} minutes.";
                case SpaceObstacle.Buffer buffer: return $"{buffer.Reference} in {buffer.Atom} is set up from {At(buffer.From)}: our clearing misses {buffer.MissingMinutes} minutes.";
                default: throw new ArgumentOutOfRangeException(nameof(obstacle), obstacle, message: null);
            }
        }

        object At(Instant at)
        {
            var wall = at.InZone(zone).LocalDateTime;
            return wall.Date == asked ? wall.TimeOfDay : wall;
        }
    }

    public static string Say(SpaceRepair repair)
    {
        return Show.Say(Words());

        Sentence Words()
        {
            switch (repair)
            {
                case SpaceRepair.Combination whole: return $"Free as a part of {whole.Name}: {whole.Comfortable} sit comfortably.";
                case SpaceRepair.Shift { Minutes: > 0 } later: return $"Free {later.Minutes} minutes later.";
                case SpaceRepair.Shift earlier: return $"Free {-earlier.Minutes} minutes earlier.";
                case SpaceRepair.OtherStyle other: return $"Fits in {other.Style}.";
                case SpaceRepair.OptionLapses lapses: return $"{lapses.Reference} is only on option, until {lapses.On}.";
                default: throw new ArgumentOutOfRangeException(nameof(repair), repair, message: null);
            }
        }
    }
}
