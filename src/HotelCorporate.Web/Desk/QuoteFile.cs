using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Documents;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>A quote with all that is said of it: on the house's page, on the client's page, in its letters and papers.</summary>
public sealed record QuoteFile(
    Quote Quote, Booking Booking, Account Account, Property Property, IReadOnlyDictionary<int, string> SpaceNames, LocalDate Today,
    IReadOnlyList<Quote> Versions, string Link = "")
{
    /// <summary>The functions that take place, in order.</summary>
    public IReadOnlyList<Function> Programme { get; } = [.. Booking.Functions.Where(function => !function.IsCancelled).OrderBy(function => function.Start)];

    /// <summary>Who gets the hotel's letters: the one who decides, else the one who books, else the first with an address.</summary>
    public Contact? Recipient { get; } = Account.Contacts.Where(contact => contact.Email.Length > 0)
        .OrderBy(contact => contact.Part switch { ContactPart.DecisionMaker => 0, ContactPart.Booker => 1, _ => 2 }).ThenBy(contact => contact.Id).FirstOrDefault();

    public LocalDate FirstDay => Programme.Count > 0 ? Programme[0].Start.Date : Quote.ValidUntil;

    /// <summary>The day on which it was signed; today while nobody has.</summary>
    public LocalDate SignedOn => Quote.Acceptance?.On ?? Today;

    /// <summary>The parts of the deposit with what they come to.</summary>
    public IReadOnlyList<DepositRow> Deposits
    {
        get
        {
            var schedule = Quote.DepositSchedule;
            var amounts = schedule.Amounts(Quote.Gross, []);
            return [.. schedule.Parts.Select((part, i) => new DepositRow(part.Rate is { } rate ? $"Deposit {rate * 100:0.##} %" : "Deposit", part.DueOn(SignedOn, FirstDay), amounts[i]))];
        }
    }

    /// <summary>What cancelling costs from which day to which, dearest last.</summary>
    public IReadOnlyList<CancellationRow> CancellationRows =>
    [
        .. Quote.CancellationLadder.Bands.OrderByDescending(band => band.FromDays).Select(band => new CancellationRow(
            FirstDay.PlusDays(-band.ToDays), band.FromDays == 0 ? null : FirstDay.PlusDays(-band.FromDays), band.Rate * 100, Quote.CancellationBase * band.Rate)),
    ];

    public string SpaceOf(Function function) => function.SpaceId is { } space ? SpaceNames.GetValueOrDefault(space, "") : "";
}
