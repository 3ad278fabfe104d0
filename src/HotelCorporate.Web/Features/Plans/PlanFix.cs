using HotelCorporate.Domain.Plans;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Web.Features.Plans;

/// <summary>What was found out to help, as a person takes it: one change of the question, or the option behind which one stands in line.</summary>
public sealed record PlanFix
{
    /// <summary>The day on which the event begins.</summary>
    public LocalDate? First { get; set; }

    /// <summary>The row that is changed.</summary>
    public int? Row { get; set; }

    /// <summary>Minutes later; earlier when below zero.</summary>
    public int? Shift { get; set; }

    public SetupStyle? Style { get; set; }

    public PlanRule? Without { get; set; }

    /// <summary>The booking on option whose spaces are taken in line behind it.</summary>
    public int? Behind { get; set; }

    /// <summary>The booking's version that the page was made from.</summary>
    public int? Version { get; set; }

    /// <summary>Why fewer or more people than a space is meant for go into it.</summary>
    public string? Reason { get; set; }

    /// <summary>The same question with this change.</summary>
    public PlanForm Of(PlanForm form)
    {
        var changed = form with { First = First ?? form.First };
        if (Without is { } rule) changed = changed.Without(rule);
        if (Row is { } row && Style is { } style) changed = changed.With(row, old => old with { Style = style });
        if (Row is { } moved && Shift is { } minutes) changed = changed.With(moved, old => old with { From = old.From?.PlusMinutes(minutes), Until = old.Until?.PlusMinutes(minutes) });
        return changed;
    }

    public static PlanFix Of(PlanRepair repair) => repair switch
    {
        PlanRepair.Shift shift => new PlanFix { Row = shift.Function.Position, Shift = shift.Minutes },
        PlanRepair.OtherStyle other => new PlanFix { Row = other.Function.Position, Style = other.Style },
        PlanRepair.Without without => new PlanFix { Without = without.Rule },
        PlanRepair.OptionLapses lapses => new PlanFix { Behind = lapses.BookingId },
        _ => throw new ArgumentOutOfRangeException(nameof(repair), repair, message: null),
    };

    /// <summary>Its parts by the names that they have in a posted form.</summary>
    public IEnumerable<(string Name, string Value)> Parts()
    {
        if (First is { } first) yield return ("fix.First", Html.Show.Iso(first));
        if (Row is { } row) yield return ("fix.Row", $"{row}");
        if (Shift is { } minutes) yield return ("fix.Shift", $"{minutes}");
        if (Style is { } style) yield return ("fix.Style", $"{style}");
        if (Without is { } rule) yield return ("fix.Without", $"{rule}");
        if (Behind is { } booking) yield return ("fix.Behind", $"{booking}");
        if (Version is { } version) yield return ("fix.Version", $"{version}");
    }
}
