using HotelCorporate.Domain.Bookings;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>What was dropped in the diary.</summary>
public sealed class MoveForm
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>Functions in one move.</summary>
    public const int Most = 100;

    /// <summary>Minutes in ten years.</summary>
    public const int Farthest = 10 * 366 * 1440;

    public IList<Row> Moves { get; set; } = [];

    /// <summary>The booking's version that the diary showed.</summary>
    public int? Version { get; set; }

    public string? Reason { get; set; }

    /// <summary>2026-11-28T09:00.</summary>
    public static string Text(LocalDateTime moment) => Moment.Format(moment);

    /// <summary>None where it is no such moment.</summary>
    public static LocalDateTime? Read(string? text) => Moment.Parse(text ?? "").TryGetValue(default, out var moment) ? moment : null;

    public sealed class Row
    {
        public int FunctionId { get; set; }

        public int SpaceId { get; set; }

        /// <summary>On the hotel's wall: 2026-11-28T09:00; none where it is shifted.</summary>
        public string? Start { get; set; }

        public string? End { get; set; }

        /// <summary>Minutes later than now; earlier below zero.</summary>
        public int Shift { get; set; }

        /// <summary>Minutes longer than now; shorter below zero.</summary>
        public int Stretch { get; set; }

        /// <summary>Times that were named, or those of the function moved and stretched on the wall; null when the booking has no such function.</summary>
        public FunctionMove? Of(Booking booking) => booking.Functions.FirstOrDefault(function => function.Id == FunctionId) is { } function
            ? new FunctionMove(function.Id, SpaceId, Read(Start) ?? Later(function.Start, Shift), Read(End) ?? Later(function.End, (long)Shift + Stretch))
            : null;

        private static LocalDateTime Later(LocalDateTime moment, long minutes) => moment.PlusMinutes(Math.Clamp(minutes, -Farthest, Farthest));
    }
}
