namespace HotelCorporate.Domain.Stays;

/// <summary>
/// By what a stay is known for one that a company brought (domain section 5): it is in its own name; the hotel's own system names it as the agent; or it is at a rate code that only its agreement has.
/// A stay that an agency booked for a company was brought by both.
/// </summary>
/// <param name="Names">Core names, also of companies that became a part of it.</param>
/// <param name="RateCodes">In capital letters. Of agreements that pay a commission: whoever books at a company's code otherwise is that company.</param>
public sealed record StayMarks(int AccountId, IReadOnlyCollection<string> Names, IReadOnlyCollection<string> RateCodes)
{
    /// <param name="agent">The core name of the stay's agent; empty: none.</param>
    public bool Has(int? accountId, string agent, string rateCode) =>
        accountId == AccountId || (agent.Length > 0 && Names.Contains(agent, StringComparer.Ordinal)) || (rateCode.Length > 0 && RateCodes.Contains(rateCode, StringComparer.OrdinalIgnoreCase));
}
