using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Documents;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>A quote with all that is said of it: on the house's page, on the client's page, in its letters and papers.</summary>
public sealed record QuoteFile(
    Quote Quote, Booking Booking, Account Account, Property Property, IReadOnlyDictionary<int, string> SpaceNames, LocalDate Today,
    IReadOnlyList<Quote> Versions, WorkingHours Office, string Link = "")
{
    /// <summary>The booking's functions that take place, in order: where they are now.</summary>
    public IReadOnlyList<Function> Functions { get; } = Live(Booking);

    /// <summary>The programme as it was offered, in order; of an offer that kept none, the booking's.</summary>
    public IReadOnlyList<PlannedFunction> Programme { get; } = Quote.Programme.Count > 0 ? [.. Quote.Programme.OrderBy(planned => planned.Start)]
        : [.. Live(Booking).Select((function, at) => PlannedFunction.Of(function, at + 1) with { People = function.Guaranteed ?? function.Expected })];

    /// <summary>All alternatives of this version, the main one first; without their lines.</summary>
    public IReadOnlyList<Quote> Alternatives => [.. Versions.Where(version => version.Revision == Quote.Revision && (version.Id == Quote.Id || version.SentAt is not null || version.Status == QuoteStatus.Draft)).OrderBy(version => version.Alternative)];

    /// <summary>What of the programme is elsewhere or at another time in the booking now, in whole sentences; nothing of an alternative, whose functions are not the booking's yet.</summary>
    public IReadOnlyList<Sentence> Moved => !Quote.IsMain || Quote.Programme.Count == 0 ? [] : [.. Differences()];

    public Contact? Recipient { get; } = Account.Reader();

    /// <summary>What the client has to do, by when: as it was sent; of a draft, as the hotel's settings say now.</summary>
    public QuoteDates Dates => Quote.Dates ?? QuoteDates.Of(Property, Office, FirstDay);

    public IReadOnlyList<DeadlineRow> Deadlines =>
        [new("Menu choice", Dates.MenuChoiceOn), new("Final number of people", Dates.GuaranteeUntil.Date, Dates.GuaranteeUntil.TimeOfDay)];

    /// <summary>The date on its papers.</summary>
    public LocalDate DatedOn => Quote.SentAt is { } sent ? Property.Today(sent) : Today;

    public LocalDate FirstDay => Programme.Count > 0 ? Programme[0].Start.Date : Quote.ValidUntil;

    /// <summary>Which alternative it is, in words; empty when it is the only one.</summary>
    public Sentence Title
    {
        get
        {
            if (Alternatives.Count < 2) return "";
            if (Quote.AlternativeName.Length > 0) return $"{Quote.Letter}: {Quote.AlternativeName}";
            return $"Alternative {Quote.Letter}";
        }
    }

    /// <summary>The day on which it was signed; today while nobody has.</summary>
    public LocalDate SignedOn => Quote.Acceptance?.On ?? Today;

    /// <summary>The parts of the deposit with what they come to.</summary>
    public IReadOnlyList<DepositRow> Deposits
    {
        get
        {
            return [.. Quote.DepositSchedule.Parts(Quote.Gross, SignedOn, FirstDay, new Dictionary<int, Money>())
                .Select(part => new DepositRow(Name(part.Term.Share), part.DueOn, part.Amount))];

            static Sentence Name(decimal? share)
            {
                if (share is { } part) return $"Deposit {Sentence.Percent(part)}";
                return "Deposit";
            }
        }
    }

    /// <summary>What cancelling costs, with the sum behind it.</summary>
    public Exposure Exposure => Exposure.Of(Quote, Booking, FirstDay);

    /// <summary>What cancelling costs from which day to which, dearest last.</summary>
    public IReadOnlyList<CancellationRow> CancellationRows =>
        [.. Exposure.Steps.Where(step => step.From is not null).Select(step => new CancellationRow(step.From!.Value, step.Until, step.Rate * 100, step.Fee))];

    /// <summary>The same for another version of the booking's offer.</summary>
    public QuoteFile Of(Quote other, string link) => new(other, Booking, Account, Property, SpaceNames, Today, Versions, Office, link);

    private static List<Function> Live(Booking booking) => [.. booking.Functions.Where(function => !function.IsCancelled).OrderBy(function => function.Start)];

    public string SpaceOf(int? spaceId) => spaceId is { } space ? SpaceNames.GetValueOrDefault(space, "") : "";

    private IEnumerable<Sentence> Differences()
    {
        foreach (var planned in Programme.Where(planned => planned.FunctionId is not null))
        {
            if (Functions.FirstOrDefault(function => function.Id == planned.FunctionId) is not { } now) yield return $"{planned.Name} of this offer does not take place in the booking any more.";
            else if ((now.SpaceId, now.Start, now.End) != (planned.SpaceId, planned.Start, planned.End)) yield return $"{planned.Name} was offered in {SpaceOf(planned.SpaceId)}, {planned.Start} to {planned.End}; the booking has it in {SpaceOf(now.SpaceId)}, {now.Start} to {now.End}.";
        }

        foreach (var function in Functions.Where(function => Programme.All(planned => planned.FunctionId != function.Id && (planned.FunctionId is not null || planned.Name != function.Name || planned.Start.Date != function.Start.Date)))) yield return $"{function.Name} of the booking is not in this offer.";
    }
}

/// <summary>One thing that was said about an offer.</summary>
/// <param name="At">On the hotel's wall.</param>
/// <param name="Line">What the line was for that it is about; none: the offer as a whole.</param>
public sealed record OfferRemark(OfferComment Comment, Quote Version, LocalDateTime At, Sentence? Line);
