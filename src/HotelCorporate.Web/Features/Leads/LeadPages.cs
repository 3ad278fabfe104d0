using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Leads;
using HotelCorporate.Domain.Properties;
using NodaTime;

namespace HotelCorporate.Web.Features.Leads;

/// <summary>The leads of a hotel by stage.</summary>
/// <param name="Late">Nobody has answered these in time, or is about to be late: the reply clock.</param>
/// <param name="Kept">Of the answered ones of 90 days: how many in time, of how many.</param>
public sealed record LeadsPage(Property Property, IReadOnlyList<LeadsPage.Row> Rows, IReadOnlyList<LeadsPage.Row> Ended, (int InTime, int All) Kept, bool Mine, Instant Now)
{
    public sealed record Row(Lead Lead, string Company, string Owner);

    public static IReadOnlyList<LeadStage> Columns { get; } = [LeadStage.Fresh, LeadStage.Contacted, LeadStage.Qualified, LeadStage.Proposal];

    public IEnumerable<Row> Of(LeadStage stage) => Rows.Where(row => row.Lead.Stage == stage).OrderBy(row => row.Lead.AnsweredAt is not null).ThenBy(row => row.Lead.AnsweredAt is null ? row.Lead.AnswerDueAt : row.Lead.ReceivedAt);

    /// <summary>Value times probability, in whole units.</summary>
    public decimal Weighted(LeadStage stage) => Of(stage).Sum(row => (row.Lead.Value ?? 0) * row.Lead.Probability / 100m);
}

public sealed record LeadFormPage(LeadForm Form, IReadOnlyList<LeadFormPage.Choice> Owners, IReadOnlyList<string> Competitors, int? Id = null)
{
    public sealed record Choice(int Id, string Name);
}

/// <summary>A lead with its log.</summary>
public sealed record LeadPage(Lead Lead, Property Property, string? Account, string Owner, IReadOnlyList<LeadPage.Logged> Log, Instant Now)
{
    public sealed record Logged(Activity Activity, string By);
}
