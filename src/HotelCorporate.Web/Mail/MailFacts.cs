using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Documents.Calendar;
using NodaTime;

namespace HotelCorporate.Web.Mail;

/// <summary>All that a letter states, frozen when it is queued. Which parts are there depends on the kind of letter.</summary>
public sealed record MailFacts
{
    public required HotelSheet Hotel { get; init; }

    /// <summary>The booking's reference: HC-2026-0142.</summary>
    public required string Reference { get; init; }

    /// <summary>The event's name.</summary>
    public required string Title { get; init; }

    public IReadOnlyList<ProgrammeRow> Programme { get; init; } = [];

    /// <summary>Whom to write to at the hotel.</summary>
    public ContactSheet? Seller { get; init; }

    public QuoteSheet? Quote { get; init; }

    public ConfirmationSheet? Confirmation { get; init; }

    public InvoiceSheet? Invoice { get; init; }

    public ScorecardSheet? Scorecard { get; init; }

    /// <summary>Until when an option holds.</summary>
    public LocalDate? OptionOn { get; init; }

    /// <summary>Rank of the option: 1 holds, 2 and more wait.</summary>
    public int? Rank { get; init; }

    /// <summary>What an accepted offer still waits for, in words for its reader: "the deposit of 2,500.00 EUR", "our approval of the terms of payment", "the space Alba".</summary>
    public IReadOnlyList<Sentence> WaitingFor { get; init; } = [];

    public string Reason { get; init; } = "";

    /// <summary>Whether what somebody of the house asked for was approved.</summary>
    public bool Approved { get; init; }

    /// <summary>It was about an agreement, not about a booking.</summary>
    public bool IsOfAgreement { get; init; }

    /// <summary>When the letter's link ends.</summary>
    public Instant? Until { get; init; }

    /// <summary>The moment at which an option ends that has one.</summary>
    public Instant? EndsAt { get; init; }

    /// <summary>The date that the letter reminds of.</summary>
    public DeadlineRow? Deadline { get; init; }

    /// <summary>What else is free, for a client who lost a space.</summary>
    public IReadOnlyList<Sentence> Alternatives { get; init; } = [];

    public LocalDate? NoticeOn { get; init; }

    public Money? Fee { get; init; }

    /// <summary>The function's invitation; one letter for each.</summary>
    public InviteSheet? Invite { get; init; }

    public string Link { get; init; } = "";
}
