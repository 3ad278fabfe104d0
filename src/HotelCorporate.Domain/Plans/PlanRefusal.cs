using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Plans;

/// <summary>Why an event does not fit when it begins on a day, and what would help.</summary>
/// <param name="Clock">The clock is put forward or back over a start or an end; null otherwise.</param>
/// <param name="Homeless">Functions that find no space even alone, each with what stands in the way of each space.</param>
/// <param name="Together">Functions of which each finds a space alone, and which do not all find one together; without any one of them the others would. Empty where somebody is homeless.</param>
/// <param name="Repairs">Those that make the whole event fit first, then the nearest.</param>
public sealed record PlanRefusal(
    LocalDate First, Sentence? Clock, IReadOnlyList<HomelessFunction> Homeless, IReadOnlyList<CrowdedFunction> Together, IReadOnlyList<PlanRepair> Repairs);

/// <summary>A function that no space fits, with each space's reasons, the nearest space first.</summary>
public sealed record HomelessFunction(WishedFunction Function, IReadOnlyList<SpaceAnswer> Answers);

/// <summary>A function that finds only spaces which the others need too, or which a wish of the event rules out.</summary>
/// <param name="Spaces">Those that it could take alone.</param>
public sealed record CrowdedFunction(WishedFunction Function, IReadOnlyList<Space> Spaces);

/// <summary>What holds for all spaces of an event.</summary>
public enum PlanRule
{
    OneSpace,
    SameFloor,
    Daylight,
    SideBySide,
}

/// <summary>What would make an event, or at least one function of it, fit.</summary>
public abstract record PlanRepair
{
    private PlanRepair() { }

    /// <summary>Every function of the event finds a space then.</summary>
    public bool ThenAllFits { get; init; }

    /// <summary>How far it is from what was asked, to rank by; as <see cref="SpaceRepair.Distance"/>.</summary>
    public abstract int Distance { get; }

    /// <summary>Minutes later; earlier when below zero.</summary>
    public sealed record Shift(WishedFunction Function, int Minutes) : PlanRepair
    {
        public override int Distance => Math.Abs(Minutes);
    }

    /// <summary>Set in another style, in which the hotel has a space for it.</summary>
    public sealed record OtherStyle(WishedFunction Function, SetupStyle Style) : PlanRepair
    {
        public override int Distance => 60;
    }

    /// <summary>The event does without a wish that it has for all its spaces.</summary>
    public sealed record Without(PlanRule Rule) : PlanRepair
    {
        public override int Distance => 40;
    }

    /// <summary>Only an option is in the way of a space, and this is its last day. That all fits then is said as if the option had lapsed: until it does, the event stands in line behind it.</summary>
    public sealed record OptionLapses(WishedFunction Function, Space Space, string Reference, LocalDate On, int BookingId) : PlanRepair
    {
        public override int Distance => 1000;
    }
}
