using HotelCorporate.Domain.Bookings;
using NodaTime;

namespace HotelCorporate.Web.Features.Bookings;

/// <summary>How a booking is to repeat.</summary>
public sealed class SeriesForm
{
    public SeriesStep Step { get; set; } = SeriesStep.Weeks;

    public int Every { get; set; } = 1;

    public LocalDate? Until { get; set; }

    /// <summary>Public holidays are left out; otherwise each is asked about.</summary>
    public bool SkipHolidays { get; set; } = true;

    /// <summary>The days that were chosen.</summary>
    public IList<LocalDate> Days { get; set; } = [];

    /// <summary>Each is held until then; none: they are inquiries.</summary>
    public LocalDate? OptionOn { get; set; }
}

/// <summary>Which bookings of a series a change is for.</summary>
public enum SeriesScope
{
    One,

    /// <summary>This one and all after it.</summary>
    FromHere,
    All,
}

/// <summary>A change of a series: another room or time for one of its functions, or a verb for all.</summary>
public sealed class SeriesChangeForm
{
    public SeriesScope Scope { get; set; } = SeriesScope.FromHere;

    public int FunctionId { get; set; }

    public LocalTime? From { get; set; }

    public LocalTime? Until { get; set; }

    public int? SpaceId { get; set; }

    /// <summary>Held until then, for those that are not on option yet.</summary>
    public LocalDate? OptionOn { get; set; }

    public string? Reason { get; set; }
}
