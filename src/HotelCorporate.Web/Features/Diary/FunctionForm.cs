using System.ComponentModel.DataAnnotations;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>Where and when a function is, and how it uses its room, as it is typed.</summary>
public sealed class FunctionForm
{
    /// <summary>The booking that a new function joins; its reference, as the list proposes it.</summary>
    public string? Booking { get; set; }

    [StringLength(200, ErrorMessage = "A name has 200 characters at most.")]
    public string? Name { get; set; }

    [Range(1, int.MaxValue, ErrorMessage = "Choose the space.")]
    public int SpaceId { get; set; }

    public SetupStyle Style { get; set; }

    [Range(1, Numbers.Most, ErrorMessage = "Say how many people are expected: 1 to 100,000.")]
    public int? People { get; set; }

    public LocalDate? Date { get; set; }

    public LocalTime? From { get; set; }

    /// <summary>None: the day on which it starts, or the next one where it ends earlier in the day than it starts.</summary>
    public LocalDate? EndDate { get; set; }

    public LocalTime? Until { get; set; }

    /// <summary>Of times that the clock repeats, the second ones are meant.</summary>
    public bool? Second { get; set; }

    [Range(0, StyleTimes.Longest, ErrorMessage = "Set-up and tear-down take from 0 minutes to 2 days.")]
    public int? SetUp { get; set; }

    [Range(0, StyleTimes.Longest, ErrorMessage = "Set-up and tear-down take from 0 minutes to 2 days.")]
    public int? TearDown { get; set; }

    public bool KeepsSpace { get; set; }

    public bool HasBackUp { get; set; }

    public bool IsExclusive { get; set; }

    public bool IsLoud { get; set; }

    public bool NeedsQuiet { get; set; }

    /// <summary>Why fewer or more people than the room is meant for go into it.</summary>
    [StringLength(200, ErrorMessage = "{1} characters at most.")]
    public string? Reason { get; set; }

    /// <summary>An option may stand in line where the room is taken.</summary>
    public bool MayWait { get; set; }

    /// <summary>The booking's version that was shown.</summary>
    public int? Version { get; set; }

    public LocalDateTime Start() => Date!.Value + From!.Value;

    public LocalDateTime End() => (EndDate ?? (Until > From ? Date!.Value : Date!.Value.PlusDays(1))) + Until!.Value;

    public FunctionUse Use() => new(KeepsSpace, HasBackUp, IsExclusive, IsLoud, NeedsQuiet);

    public static FunctionForm Of(Function function, int version) => new()
    {
        Name = function.Name, SpaceId = function.SpaceId ?? 0, Style = function.Style, People = function.Expected, Date = function.Start.Date, From = function.Start.TimeOfDay,
        EndDate = function.End.Date, Until = function.End.TimeOfDay, SetUp = function.SetUpMinutes, TearDown = function.TearDownMinutes, KeepsSpace = function.KeepsSpace, HasBackUp = function.HasBackUp,
        IsExclusive = function.IsExclusive, IsLoud = function.IsLoud, NeedsQuiet = function.NeedsQuiet, Reason = function.CapacityReason, Version = version,
    };
}

/// <summary>The form of one function, new or moved.</summary>
/// <param name="Booking">None for a new function.</param>
/// <param name="Bookings">Those that a new function may join.</param>
public sealed record FunctionPage(
    FunctionForm Form, Booking? Booking, Function? Function, IReadOnlyList<Space> Spaces, IReadOnlyList<FunctionPage.Open> Bookings, Property Property)
{
    /// <summary>Loud functions beside quiet ones, as it stands now.</summary>
    public IReadOnlyList<Sentence> Noises { get; init; } = [];

    public sealed record Open(string Reference, string Name, string Account);

    /// <summary>The clock repeats its start or its end that night: it must be said which one is meant.</summary>
    public bool ClockRepeats => Form is { Date: not null, From: not null, Until: not null } && (Property.Zone.MapLocal(Form.Start()).Count == 2 || Property.Zone.MapLocal(Form.End()).Count == 2);

    /// <summary>Where it is now, as the diary moves it back.</summary>
    public string? Undo => Function is not { SpaceId: { } space } ? null : System.Text.Json.JsonSerializer.Serialize(new
    {
        FunctionId = Function.Id, SpaceId = space, Start = MoveForm.Text(Function.Start), End = MoveForm.Text(Function.End),
    });

    public string Address => Function is null ? "/diary/functions/new" : $"/diary/functions/{Function.Id}";
}
