namespace HotelCorporate.Domain.Staff;

/// <summary>What the people of one role may decide without asking anybody (domain section 14).</summary>
public sealed class RoleLimits
{
    private RoleLimits() => Role = "";

    public RoleLimits(string role)
    {
        Role = role;
        if (role is not (Staff.Role.SalesManager or Staff.Role.Administrator))
        {
            MaximumDiscount = 0.10m;
            return;
        }

        MayPriceUnderFloor = MayApproveCredit = MayForceSpace = true;
    }

    /// <summary>One of <see cref="Staff.Role.All"/>.</summary>
    public string Role { get; private set; }

    /// <summary>The highest discount off list, as a fraction: 0.1 is 10 %, itself allowed; none: no limit.</summary>
    public decimal? MaximumDiscount { get; private set; }

    /// <summary>May sell below net cost / (1 - the hotel's minimum margin).</summary>
    public bool MayPriceUnderFloor { get; private set; }

    /// <summary>May let a booking go definite over its company's credit limit.</summary>
    public bool MayApproveCredit { get; private set; }

    /// <summary>May displace another company's option, and block more bedrooms than there are.</summary>
    public bool MayForceSpace { get; private set; }

    /// <summary>The concurrency token.</summary>
    public int Version { get; private set; }

    /// <exception cref="HouseRuleException">The discount is not between 0 and 100 %.</exception>
    public void Set(decimal? maximumDiscount, bool mayPriceUnderFloor, bool mayApproveCredit, bool mayForceSpace)
    {
        if (maximumDiscount is < 0 or > 1) throw new HouseRuleException("A discount is between 0 and 100 %.");
        (MaximumDiscount, MayPriceUnderFloor, MayApproveCredit, MayForceSpace) = (maximumDiscount, mayPriceUnderFloor, mayApproveCredit, mayForceSpace);
        Version++;
    }

    /// <summary>Whether this role may say yes to what is asked.</summary>
    public bool Covers(Approval asked) => asked.Kind switch
    {
        ApprovalKind.Price or ApprovalKind.Agreement => (MaximumDiscount is null || MaximumDiscount >= asked.Discount) && (MayPriceUnderFloor || !asked.IsUnderFloor),
        ApprovalKind.Credit => MayApproveCredit,
        _ => MayForceSpace,
    };
}
