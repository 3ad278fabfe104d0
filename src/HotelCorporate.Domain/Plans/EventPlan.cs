using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Domain.Plans;

/// <summary>A space for each function of an event.</summary>
/// <param name="Cost">In seats, by <see cref="PlanCost"/>.</param>
public sealed record EventPlan(IReadOnlyList<PlannedFunction> Functions, int Cost)
{
    public int SpareSeats => Functions.Sum(function => function.SpareSeats);

    public int Moves => Functions.Count(function => function.Moves);

    public bool Warns => Functions.Any(function => function.Warns);
}

/// <summary>A function of a plan with its space.</summary>
/// <param name="SpareSeats">Comfortable seats that stay empty.</param>
/// <param name="Warns">Fewer than the minimum or more than sit comfortably: to be chosen with a reason.</param>
/// <param name="Moves">The function before it was in another space.</param>
public sealed record PlannedFunction(WishedFunction Function, Space Space, Capacity Capacity, int SpareSeats, bool Warns, bool Moves);
