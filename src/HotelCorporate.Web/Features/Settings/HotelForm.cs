using System.ComponentModel.DataAnnotations;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Web.Features.Settings;

/// <summary>All that is set for one hotel.</summary>
public sealed class HotelForm
{
    private const string TooLong = "This is too long.";

    /// <summary>Of a new hotel only: numbers carry it.</summary>
    public string? Code { get; set; }

    public string? TimeZone { get; set; }

    public string? Currency { get; set; }

    [Required(ErrorMessage = "Type the hotel's name."), StringLength(200, ErrorMessage = TooLong)]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Type the name that the hotel has in law."), StringLength(200, ErrorMessage = TooLong)]
    public string LegalName { get; set; } = "";

    [StringLength(40, ErrorMessage = TooLong)]
    public string? VatNumber { get; set; }

    [StringLength(40, ErrorMessage = TooLong)]
    public string? RegistrationNumber { get; set; }

    [Required(ErrorMessage = "Type the street."), StringLength(200, ErrorMessage = TooLong)]
    public string Street { get; set; } = "";

    [StringLength(20, ErrorMessage = TooLong)]
    public string? PostalCode { get; set; }

    [Required(ErrorMessage = "Type the city."), StringLength(100, ErrorMessage = TooLong)]
    public string City { get; set; } = "";

    [Required(ErrorMessage = "Type the country's two letters."), RegularExpression("[A-Z]{2}", ErrorMessage = "Type two capital letters, such as AL.")]
    public string Country { get; set; } = "";

    [Required(ErrorMessage = "Type the hotel's e-mail address."), EmailAddress(ErrorMessage = "This is not an e-mail address."), StringLength(256)]
    public string Email { get; set; } = "";

    [StringLength(40, ErrorMessage = TooLong)]
    public string? Phone { get; set; }

    [StringLength(120, ErrorMessage = TooLong)]
    public string? Bank { get; set; }

    [StringLength(60, ErrorMessage = TooLong)]
    public string? Iban { get; set; }

    [RegularExpression("[A-Z0-9]{8}([A-Z0-9]{3})?", ErrorMessage = "A BIC has 8 or 11 capital letters and digits.")]
    public string? Bic { get; set; }

    /// <summary>True for each day on which the office is open.</summary>
    public IDictionary<WeekDays, bool> OfficeDays { get; set; } = new Dictionary<WeekDays, bool>();

    [Required(ErrorMessage = "Type when the office opens.")]
    public LocalTime? OfficeOpens { get; set; }

    [Required(ErrorMessage = "Type when the office closes.")]
    public LocalTime? OfficeCloses { get; set; }

    [Required(ErrorMessage = "Type the languages that clients are written in."), RegularExpression("[a-z]{2}(,[a-z]{2})*", ErrorMessage = "Write languages as two small letters, separated by commas: sq,en.")]
    public string Languages { get; set; } = "en";

    public TaxMode TaxMode { get; set; }

    public bool DepositIsTaxPoint { get; set; }

    [Range(0, 365, ErrorMessage = "Type 0 to 365 days.")]
    public int PaymentDays { get; set; } = 14;

    [Range(1, 365, ErrorMessage = "Type 1 to 365 days.")]
    public int QuoteValidDays { get; set; } = 14;

    [Range(0, 365, ErrorMessage = "Type 0 to 365 days.")]
    public int OptionDays { get; set; } = 7;

    [Range(0, 365, ErrorMessage = "Type 0 to 365 days.")]
    public int WaitingDays { get; set; } = 7;

    [Range(1, 200, ErrorMessage = "Type 1 to 200 hours.")]
    public int PromotionHours { get; set; } = 16;

    [Range(0, 365, ErrorMessage = "Type 0 to 365 days.")]
    public int MenuChoiceDays { get; set; } = 14;

    [Range(0, 60, ErrorMessage = "Type 0 to 60 days.")]
    public int GuaranteeDays { get; set; } = 3;

    [Required(ErrorMessage = "Type a time such as 10:00.")]
    public LocalTime? GuaranteeTime { get; set; }

    [Range(0, 365, ErrorMessage = "Type 0 to 365 days.")]
    public int ExpiringDays { get; set; } = 60;

    [Range(0, 365, ErrorMessage = "Type 0 to 365 days.")]
    public int CutOffDays { get; set; } = 30;

    [Range(0, 365, ErrorMessage = "Type 0 to 365 days.")]
    public int SignedSheetDays { get; set; } = 7;

    [Range(0, 60, ErrorMessage = "Type 0 to 60 days.")]
    public int ReminderDays { get; set; } = 3;

    [Range(1, 200, ErrorMessage = "Type 1 to 200 hours.")]
    public int ChallengeHours { get; set; } = 16;

    [Range(0, 60, ErrorMessage = "Type 0 to 60 days.")]
    public int ExtensionDays { get; set; } = 7;

    [Range(0, 20, ErrorMessage = "Type 0 to 20 times.")]
    public int MostExtensions { get; set; } = 1;

    /// <summary>In percent.</summary>
    [Range(0, 100, ErrorMessage = "Type 0 to 100 %.")]
    public decimal Overset { get; set; } = 5;

    /// <summary>In percent.</summary>
    [Range(0, 100, ErrorMessage = "Type 0 to 100 %.")]
    public decimal ReductionTolerance { get; set; } = 10;

    [StringLength(200, ErrorMessage = TooLong)]
    public string? CancellationShares { get; set; }

    public IDictionary<SetupStyle, StyleRow> Styles { get; set; } = new Dictionary<SetupStyle, StyleRow>();

    /// <summary>In percent.</summary>
    [Range(0, 99, ErrorMessage = "Type 0 to 99 %.")]
    public decimal MinimumMargin { get; set; } = 30;

    [Range(1, 80, ErrorMessage = "Type 1 to 80 hours.")]
    public int AnswerHours { get; set; } = 4;

    [Range(1, 30, ErrorMessage = "Type 1 to 30 years.")]
    public int RetentionYears { get; set; } = 10;

    [StringLength(40, ErrorMessage = TooLong)]
    public string? ScoreWeights { get; set; } = "35 20 15 10 10 10";

    [StringLength(400, ErrorMessage = TooLong)]
    public string? Cancellation { get; set; }

    [StringLength(400, ErrorMessage = TooLong)]
    public string? Deposits { get; set; }

    public int Version { get; set; }

    /// <summary>Minutes before and after a function that is set so.</summary>
    public sealed class StyleRow
    {
        [Range(0, StyleTimes.Longest, ErrorMessage = "Type 0 to 2880 minutes.")]
        public int SetUp { get; set; }

        [Range(0, StyleTimes.Longest, ErrorMessage = "Type 0 to 2880 minutes.")]
        public int TearDown { get; set; }
    }

    /// <summary>Monday to Sunday.</summary>
    public static IReadOnlyList<WeekDays> Week { get; } = [.. Enum.GetValues<WeekDays>().Where(day => System.Numerics.BitOperations.IsPow2((int)day))];

    public static HotelForm Of(Property hotel) => new()
    {
        Name = hotel.Name, LegalName = hotel.LegalName, VatNumber = hotel.VatNumber, RegistrationNumber = hotel.RegistrationNumber, Street = hotel.Street, PostalCode = hotel.PostalCode,
        City = hotel.City, Country = hotel.Country, Email = hotel.Email, Phone = hotel.Phone, Bank = hotel.Bank, Iban = hotel.Iban, Bic = hotel.Bic, OfficeOpens = hotel.OfficeOpens,
        OfficeCloses = hotel.OfficeCloses, Languages = hotel.Languages, TaxMode = hotel.TaxMode, DepositIsTaxPoint = hotel.DepositIsTaxPoint, PaymentDays = hotel.PaymentDays,
        QuoteValidDays = hotel.QuoteValidDays, OptionDays = hotel.OptionDays, WaitingDays = hotel.WaitingDays, PromotionHours = hotel.PromotionHours, MenuChoiceDays = hotel.MenuChoiceDays,
        GuaranteeDays = hotel.GuaranteeDays, CutOffDays = hotel.CutOffDays, GuaranteeTime = hotel.GuaranteeTime, MinimumMargin = hotel.MinimumMargin * 100, Cancellation = hotel.Cancellation, Deposits = hotel.Deposits, Version = hotel.Version,
        OfficeDays = Week.ToDictionary(day => day, day => hotel.OfficeDays.HasFlag(day)), ExpiringDays = hotel.ExpiringDays, SignedSheetDays = hotel.SignedSheetDays, ReminderDays = hotel.ReminderDays, ChallengeHours = hotel.ChallengeHours,
        ExtensionDays = hotel.ExtensionDays, MostExtensions = hotel.MostExtensions, Overset = hotel.Overset * 100, ReductionTolerance = hotel.ReductionTolerance * 100, CancellationShares = hotel.CancellationShares,
        AnswerHours = hotel.AnswerHours, RetentionYears = hotel.RetentionYears, ScoreWeights = hotel.ScoreWeights, Styles = StylesOf(hotel.TimesFor),
    };

    public static IDictionary<SetupStyle, StyleRow> StylesOf(Func<SetupStyle, SetupTimes> times) =>
        Enum.GetValues<SetupStyle>().ToDictionary(style => style, style => new StyleRow { SetUp = times(style).SetUpMinutes, TearDown = times(style).TearDownMinutes });

    /// <summary>A new hotel; the fields that may change later are set by <see cref="Set"/>.</summary>
    public Property Open() => new()
    {
        Code = Code!, TimeZoneId = TimeZone!, CurrencyCode = Currency!, Name = Name, LegalName = LegalName, Street = Street, City = City, Country = Country, Email = Email,
    };

    public void Set(Property hotel)
    {
        (hotel.Name, hotel.LegalName, hotel.VatNumber, hotel.RegistrationNumber) = (Name.Trim(), LegalName.Trim(), VatNumber?.Trim() ?? "", RegistrationNumber?.Trim() ?? "");
        (hotel.Street, hotel.PostalCode, hotel.City, hotel.Country) = (Street.Trim(), PostalCode?.Trim() ?? "", City.Trim(), Country);
        (hotel.Email, hotel.Phone, hotel.Bank, hotel.Iban, hotel.Bic) = (Email.Trim(), Phone?.Trim() ?? "", Bank?.Trim() ?? "", Domain.Properties.Iban.Read(Iban), Bic ?? "");
        (hotel.OfficeOpens, hotel.OfficeCloses, hotel.Languages) = (OfficeOpens!.Value, OfficeCloses!.Value, Languages);
        (hotel.TaxMode, hotel.DepositIsTaxPoint, hotel.PaymentDays) = (TaxMode, DepositIsTaxPoint, PaymentDays);
        (hotel.QuoteValidDays, hotel.OptionDays, hotel.WaitingDays, hotel.PromotionHours) = (QuoteValidDays, OptionDays, WaitingDays, PromotionHours);
        (hotel.MenuChoiceDays, hotel.GuaranteeDays, hotel.GuaranteeTime, hotel.MinimumMargin) = (MenuChoiceDays, GuaranteeDays, GuaranteeTime!.Value, MinimumMargin / 100);
        (hotel.Cancellation, hotel.Deposits) = (CancellationLadder.Parse(Cancellation ?? "").ToString(), DepositSchedule.Parse(Deposits ?? "").ToString());
        hotel.OfficeDays = OfficeDays.Where(day => day.Value).Aggregate(WeekDays.None, (days, day) => days | day.Key);
        (hotel.ExpiringDays, hotel.SignedSheetDays, hotel.ReminderDays, hotel.ChallengeHours) = (ExpiringDays, SignedSheetDays, ReminderDays, ChallengeHours);
        (hotel.ExtensionDays, hotel.MostExtensions, hotel.Overset, hotel.ReductionTolerance) = (ExtensionDays, MostExtensions, Overset / 100, ReductionTolerance / 100);
        _ = Domain.Bookings.CancellationShares.Parse(CancellationShares ?? "");
        hotel.CancellationShares = CancellationShares?.Trim() ?? "";
        (hotel.CutOffDays, hotel.AnswerHours, hotel.RetentionYears) = (CutOffDays, AnswerHours, RetentionYears);
        hotel.ScoreWeights = Domain.Accounts.ScoreWeights.Parse(ScoreWeights ?? "").ToString();
        hotel.StyleMinutes = StyleTimes.Write(Styles.Select(row => KeyValuePair.Create(row.Key, new SetupTimes(row.Value.SetUp, row.Value.TearDown))));
        hotel.Version++;
    }
}

/// <summary>The ways to what can be set.</summary>
/// <param name="IsOfTheChain">Whether the reader works for every hotel: only they open further ones.</param>
public sealed record SettingsPage(Property Hotel, bool IsOfTheChain);

/// <summary>The settings of one hotel; <paramref name="Stands"/> is what somebody else saved in the meantime.</summary>
public sealed record HotelPage(HotelForm Form, Property? Hotel, HotelForm? Stands = null);
