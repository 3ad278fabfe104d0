using System.ComponentModel.DataAnnotations;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Leads;
using HotelCorporate.Web.Html;
using NodaTime;

namespace HotelCorporate.Web.Features.Leads;

/// <summary>A lead as it is typed.</summary>
public sealed class LeadForm
{
    [Required(ErrorMessage = "Say what is asked for."), StringLength(200, ErrorMessage = "200 characters at most.")]
    public string Title { get; set; } = "";

    [StringLength(200, ErrorMessage = "200 characters at most.")]
    public string? Company { get; set; }

    [StringLength(200, ErrorMessage = "200 characters at most.")]
    public string? ContactName { get; set; }

    [EmailAddress(ErrorMessage = "Type an e-mail address such as name@company.com."), StringLength(256, ErrorMessage = "256 characters at most.")]
    public string? Email { get; set; }

    [StringLength(40, ErrorMessage = "40 characters at most.")]
    public string? Phone { get; set; }

    [EnumDataType(typeof(AccountSource), ErrorMessage = "Choose a source of the list.")]
    public AccountSource Source { get; set; }

    [Company]
    public int? AccountId { get; set; }

    [Range(0, 1_000_000_000, ErrorMessage = "The value is between 0 and 1,000,000,000.")]
    public long? Value { get; set; }

    [Range(0, 100, ErrorMessage = "Type 0 to 100 %.")]
    public int Probability { get; set; } = 20;

    [StringLength(200, ErrorMessage = "200 characters at most.")]
    public string? NextStep { get; set; }

    public LocalDate? NextOn { get; set; }

    [StringLength(120, ErrorMessage = "120 characters at most.")]
    public string? Competitor { get; set; }

    public int? OwnerId { get; set; }

    public int Version { get; set; }

    public LeadFacts Facts => new(Title, Company, ContactName, Email, Phone, Source, AccountId, Value, Probability, NextStep, NextOn, Competitor, OwnerId);

    public static LeadForm Of(Lead lead) => new()
    {
        Title = lead.Title, Company = lead.Company, ContactName = lead.ContactName, Email = lead.Email, Phone = lead.Phone, Source = lead.Source, AccountId = lead.AccountId, Value = lead.Value,
        Probability = lead.Probability, NextStep = lead.NextStep, NextOn = lead.NextOn, Competitor = lead.Competitor, OwnerId = lead.OwnerId, Version = lead.Version,
    };
}
