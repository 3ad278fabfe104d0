using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Properties;

/// <summary>One hotel: who it is in law, where it is, what time and money it keeps. A chain has several.</summary>
public sealed class Property
{
    public int Id { get; private set; }

    /// <summary>Three letters that number series carry: TIA.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required string LegalName { get; set; }

    public string VatNumber { get; set; } = "";

    public string RegistrationNumber { get; set; } = "";

    public required string Street { get; set; }

    public required string City { get; set; }

    public string PostalCode { get; set; } = "";

    /// <summary>Two letters of ISO 3166.</summary>
    public required string Country { get; set; }

    public required string Email { get; set; }

    public string Phone { get; set; } = "";

    public string Bank { get; set; } = "";

    public string Iban { get; set; } = "";

    public string Bic { get; set; } = "";

    /// <summary>The IANA name of the zone that planned times are meant in.</summary>
    public required string TimeZoneId { get; init; }

    public required string CurrencyCode { get; init; }

    public TaxMode TaxMode { get; set; }

    /// <summary>The days on which the office is open.</summary>
    public WeekDays OfficeDays { get; set; } = WeekDays.MondayToFriday;

    /// <summary>Start of the office's day; working hours are counted in it.</summary>
    public LocalTime OfficeOpens { get; set; } = new(9, 0);

    /// <summary>End of the office's day; the minute itself is outside.</summary>
    public LocalTime OfficeCloses { get; set; } = new(17, 0);

    /// <summary>Languages that clients are written in, the house's own first, separated by a comma: "sq,en".</summary>
    public string Languages { get; set; } = "en";

    /// <summary>What cancelling costs where no agreement says otherwise, as <see cref="Bookings.CancellationLadder.Parse"/> reads it.</summary>
    public string Cancellation { get; set; } = "0-45:100; 46-90:75; 91-135:50; 136-179:25; 180-365:10";

    /// <summary>Of which part of each revenue class the cancellation rate is taken, as <see cref="Bookings.CancellationShares.Parse"/> reads it; empty: of everything.</summary>
    public string CancellationShares { get; set; } = "";

    /// <summary>The deposit where no agreement says otherwise, as <see cref="Invoices.DepositSchedule.Parse"/> reads it.</summary>
    public string Deposits { get; set; } = "25% at signing; 50% 30 days before";

    /// <summary>A deposit is a taxed invoice (series DEP), not a request outside the fiscal series (REQ).</summary>
    public bool DepositIsTaxPoint { get; set; }

    /// <summary>Days until an invoice is due where no agreement says otherwise.</summary>
    public int PaymentDays { get; set; } = 14;

    /// <summary>The picture on what clients see; none: the name alone.</summary>
    public int? LogoId { get; set; }

    /// <summary>Days that an offer is valid unless the seller says otherwise.</summary>
    public int QuoteValidDays { get; set; } = 14;

    /// <summary>Days that an option runs unless the seller says otherwise.</summary>
    public int OptionDays { get; set; } = 7;

    /// <summary>Days that the option of an accepted offer stands at least while it waits for something.</summary>
    public int WaitingDays { get; set; } = 7;

    /// <summary>Working hours in which a client may sign once its last waiting function became firm.</summary>
    public int PromotionHours { get; set; } = 16;

    /// <summary>Days before the first event day by which the menu is chosen.</summary>
    public int MenuChoiceDays { get; set; } = 14;

    /// <summary>Business days before the first event day by which the final number is given.</summary>
    public int GuaranteeDays { get; set; } = 3;

    /// <summary>Days before arrival after which the unsold rooms of a block return to the house, unless the block says otherwise.</summary>
    public int CutOffDays { get; set; } = 30;

    /// <summary>The time of that day.</summary>
    public LocalTime GuaranteeTime { get; set; } = new(10, 0);

    /// <summary>Days before the first event day by which the signed function sheet is back.</summary>
    public int SignedSheetDays { get; set; } = 7;

    /// <summary>Days before a deadline on whose morning it is reminded of.</summary>
    public int ReminderDays { get; set; } = 3;

    /// <summary>Working hours in which a challenged client signs or loses its option, unless the seller says otherwise.</summary>
    public int ChallengeHours { get; set; } = 16;

    /// <summary>Days by which a client may prolong its own option; 0: never.</summary>
    public int ExtensionDays { get; set; } = 7;

    /// <summary>How often a client may prolong its own option.</summary>
    public int MostExtensions { get; set; } = 1;

    /// <summary>Places set beyond the guarantee, as a fraction of it.</summary>
    public decimal Overset { get; set; } = 0.05m;

    /// <summary>People fewer than contracted that cost nothing, as a fraction of the contracted.</summary>
    public decimal ReductionTolerance { get; set; } = 0.10m;

    /// <summary>Days before its end in which an agreement is called expiring.</summary>
    public int ExpiringDays { get; set; } = 60;

    /// <summary>Hours that a half day of hire lasts at most.</summary>
    public int HalfDayHours { get; set; } = 5;

    /// <summary>Minutes to set up and to clear where they are other than usual, as <see cref="StyleTimes.Read"/> reads them.</summary>
    public string StyleMinutes { get; set; } = "";

    /// <summary>What a price leaves at least, as a fraction of it: the floor is net cost / (1 - this).</summary>
    public decimal MinimumMargin { get; set; } = 0.30m;

    /// <summary>How much each part of a company's score counts, as <see cref="Accounts.ScoreWeights.Parse"/> reads it.</summary>
    public string ScoreWeights { get; set; } = "35 20 15 10 10 10";

    /// <summary>Working hours in which a lead gets its first answer.</summary>
    public int AnswerHours { get; set; } = 4;

    /// <summary>Years for which evidence of an acceptance is kept once the person's data were erased.</summary>
    public int RetentionYears { get; set; } = 10;

    /// <summary>The concurrency token of the settings.</summary>
    public int Version { get; set; }

    public Currency Currency => Currency.Of(CurrencyCode);

    /// <summary>Minutes to set up and to clear a function, unless it says otherwise.</summary>
    public SetupTimes TimesFor(SetupStyle style) => StyleTimes.Read(StyleMinutes).TryGetValue(style, out var own) ? own : SetupTimes.For(style);

    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[TimeZoneId];

    /// <summary>When its deadlines are missed and reminded of.</summary>
    public DeadlineClock Deadlines => new(Zone, ReminderDays, OfficeOpens);

    /// <summary>The date on the wall of this hotel.</summary>
    public LocalDate Today(Instant now) => now.InZone(Zone).Date;
}
