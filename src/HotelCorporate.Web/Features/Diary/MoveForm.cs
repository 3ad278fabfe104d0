namespace HotelCorporate.Web.Features.Diary;

/// <summary>What was dropped in the diary.</summary>
public sealed class MoveForm
{
    /// <summary>Functions in one move.</summary>
    public const int Most = 100;

    /// <summary>Minutes in ten years.</summary>
    public const int Farthest = 10 * 366 * 1440;

    public IList<Row> Moves { get; set; } = [];

    /// <summary>The booking's version that the diary showed.</summary>
    public int? Version { get; set; }

    public string? Reason { get; set; }

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
    }
}
