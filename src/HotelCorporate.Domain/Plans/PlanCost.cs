using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Domain.Plans;

/// <summary>What a plan costs, in seats: the plan with the lowest sum is the best. Whole numbers, so that two ways to look for it agree to the last one.</summary>
/// <remarks>The sum over the functions of the seats that stay empty; <see cref="Move"/> for each change of space; <see cref="Warning"/> for each space that is chosen for fewer than its minimum or more than its comfort.</remarks>
public static class PlanCost
{
    /// <summary>A change of space between a function and the next one is worth as much as 25 empty seats. Two that are taken at the same time, set-up and clearing included, are in different spaces anyway: no move.</summary>
    public const int Move = 25;

    /// <summary>A space that needs a reason is worth as much as 100 empty seats.</summary>
    public const int Warning = 100;

    /// <summary>Comfortable seats that stay empty; 0 when more come.</summary>
    public static int SpareSeats(Capacity capacity, int people) => Math.Max(0, capacity.Comfortable - people);

    public static bool Warns(Capacity capacity, int people) => people < capacity.Minimum || people > capacity.Comfortable;

    /// <summary>Of one function in a space, without moves.</summary>
    public static int Of(Capacity capacity, int people) => SpareSeats(capacity, people) + (Warns(capacity, people) ? Warning : 0);
}
