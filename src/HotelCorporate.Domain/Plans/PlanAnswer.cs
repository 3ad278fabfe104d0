namespace HotelCorporate.Domain.Plans;

/// <summary>What is known of the first of the plans.</summary>
public enum PlanProof
{
    /// <summary>No plan costs less: every other one was looked at or ruled out.</summary>
    Best,

    /// <summary>Time was over before every other plan was ruled out.</summary>
    Found,

    /// <summary>There is no plan: every one was ruled out.</summary>
    None,

    /// <summary>Time was over before a plan was found or ruled out.</summary>
    Unknown,
}

/// <summary>The plans for an event on given days, the best first.</summary>
/// <param name="AtLeast">No plan costs less than this, in seats; the cost of the best when it is proven.</param>
public sealed record PlanAnswer(IReadOnlyList<EventPlan> Plans, PlanProof Proof, int AtLeast = 0)
{
    /// <summary>How much less a plan could cost that was not found, in seats; 0 when the first one is proven to be the best.</summary>
    public int Gap => Plans.Count == 0 ? 0 : Plans[0].Cost - AtLeast;
}
