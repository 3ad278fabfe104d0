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
    /// <summary>The functions that take place, in order.</summary>
    public IReadOnlyList<Function> Programme { get; } = [.. Booking.Functions.Where(function => !function.IsCancelled).OrderBy(function => function.Start)];

    public Contact? Recipient { get; } = Account.Reader();

    /// <summary>What the client has to do, by when: as it was sent; of a draft, as the hotel's settings say now.</summary>
    public QuoteDates Dates => Quote.Dates ?? QuoteDates.Of(Property, Office, FirstDay);

    public IReadOnlyList<DeadlineRow> Deadlines =>
        [new("Menu choice", Dates.MenuChoiceOn), new("Final number of people", Dates.GuaranteeUntil.Date, Dates.GuaranteeUntil.TimeOfDay)];

    /// <summary>The date on its papers.</summary>
    public LocalDate DatedOn => Quote.SentAt is { } sent ? Property.Today(sent) : Today;

    public LocalDate FirstDay => Programme.Count > 0 ? Programme[0].Start.Date : Quote.ValidUntil;

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

    public string SpaceOf(Function function) => function.SpaceId is { } space ? SpaceNames.GetValueOrDefault(space, "") : "";
}
