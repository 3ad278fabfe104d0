using HotelCorporate.Domain;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Web.Html;

/// <summary>Why a space does not fit and what would help, in the reader's words: the same on every page that looks for spaces.</summary>
public static class SpaceWords
{
    /// <param name="asked">The day that was asked for: of another one the date is said too.</param>
    public static string Say(SpaceObstacle obstacle, LocalDate asked, DateTimeZone zone)
    {
        return Show.Say(obstacle switch
        {
            SpaceObstacle.StyleNotOffered not => $"Not set in {not.Style}.",
            SpaceObstacle.TooSmall small => $"Too small: {small.People} people, {small.Legal} is the most allowed.",
            SpaceObstacle.NoDaylight => "It has no daylight.",
            SpaceObstacle.Held held => $"{held.Reference} holds {held.Atom} from {At(held.From)} to {At(held.Until)}, set-up and clearing included.",
            SpaceObstacle.Closed closed => $"{closed.Atom} is closed from {At(closed.From)} to {At(closed.Until)}: {closed.Why}",
            SpaceObstacle.Buffer { Clearing: true } buffer => $"{buffer.Reference} in {buffer.Atom} is cleared at {At(buffer.Until)}: our set-up misses {buffer.MissingMinutes} minutes.",
            SpaceObstacle.Buffer buffer => $"{buffer.Reference} in {buffer.Atom} is set up from {At(buffer.From)}: our clearing misses {buffer.MissingMinutes} minutes.",
            _ => throw new ArgumentOutOfRangeException(nameof(obstacle), obstacle, "An unknown obstacle."),
        });

        object At(Instant at)
        {
            var wall = at.InZone(zone).LocalDateTime;
            return wall.Date == asked ? wall.TimeOfDay : wall;
        }
    }

    public static string Say(SpaceRepair repair) => Show.Say(repair switch
    {
        SpaceRepair.Combination whole => $"Free as a part of {whole.Name}: {whole.Comfortable} sit comfortably.",
        SpaceRepair.Shift shift => Shift(shift.Minutes),
        SpaceRepair.OtherStyle other => $"Fits in {other.Style}.",
        SpaceRepair.OptionLapses lapses => $"{lapses.Reference} is only on option, until {lapses.On}.",
        _ => throw new ArgumentOutOfRangeException(nameof(repair), repair, "An unknown repair."),
    });

    private static Sentence Shift(int minutes)
    {
        if (minutes > 0) return $"Free {minutes} minutes later.";
        return $"Free {-minutes} minutes earlier.";
    }
}
