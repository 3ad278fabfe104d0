using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>Reads a quote with all that is shown of it, and writes its letters: for the house's page, the client's page and the outbox.</summary>
public sealed class QuoteDesk(HotelDb db, SignedLinks links, IClock clock)
{
    /// <summary>Days that the link opens after the offer's last day, to be read again.</summary>
    private const int LinkOutlives = 60;

    public async Task<QuoteFile?> ReadAsync(int id, CancellationToken cancel)
    {
        var quote = await db.Quotes.Include(quote => quote.Lines).SingleOrDefaultAsync(quote => quote.Id == id, cancel);
        if (quote is null) return null;
        var booking = await db.Bookings.Include(booking => booking.Functions).SingleOrDefaultAsync(booking => booking.Id == quote.BookingId, cancel);
        return booking is null ? null : await FileAsync(quote, booking, cancel);
    }

    /// <summary>The version with all its alternatives, the main one first.</summary>
    public async Task<IReadOnlyList<QuoteFile>> AlternativesAsync(QuoteFile file, CancellationToken cancel)
    {
        if (file.Alternatives.Count < 2) return [file];
        var others = file.Alternatives.Where(alternative => alternative.Id != file.Quote.Id).Select(alternative => alternative.Id).ToList();
        await db.Quotes.Include(quote => quote.Lines).Where(quote => others.Contains(quote.Id)).LoadAsync(cancel); // into the versions that the file has
        return [.. file.Alternatives.Select(alternative => alternative.Id == file.Quote.Id ? file : file.Of(alternative, LinkTo(alternative, file.Property)))];
    }

    /// <summary>Freezes the version with all its alternatives, replaces what was out before, and puts the letter into the outbox; the caller saves.</summary>
    /// <param name="files">The version's alternatives, the main one first.</param>
    public void Send(IReadOnlyList<QuoteFile> files, Actor actor)
    {
        var (main, now) = (files[0], clock.GetCurrentInstant());
        var (booking, readers, from) = (main.Booking, Recipients(main), main.Booking.Status);
        if (files.Where(file => file.Quote.WaitsForApproval).Select(file => file.Quote.Letter).ToList() is [_, ..] waiting && files.Count > 1)
            throw new HouseRuleException($"Alternative {Sentence.Typed(string.Join(", ", waiting))} waits for an approval. Send the version once it is approved, or take that alternative out.");
        foreach (var file in files)
        {
            file.Quote.Send(file.Today, now, file.Dates);
            db.Note(actor, now, nameof(Quote), file.Quote.Id, "send", nameof(QuoteStatus.Draft), nameof(QuoteStatus.Sent));
        }

        booking.Offer();
        foreach (var older in main.Versions.Where(other => other.Status == QuoteStatus.Sent && other.Revision != main.Quote.Revision)) older.Supersede();
        db.Note(actor, now, nameof(Booking), booking.Id, $"send quote {main.Quote.Number} version {main.Quote.Revision}", from.ToString(), booking.Status.ToString());
        Queue(main, MailKind.QuoteSent, readers, Facts(main) with { Quote = Sheet(files) });
    }

    /// <summary>The client accepted, and something is still awaited.</summary>
    public void Awaited(QuoteFile file, IReadOnlyList<Sentence> waitingFor) =>
        Queue(file, MailKind.AcceptedWaiting, Recipients(file), Facts(file) with { OptionOn = file.Booking.OptionOn, WaitingFor = waitingFor });

    /// <summary>The confirmation leaves with its PDF and its calendar file.</summary>
    public void Confirmed(QuoteFile file) => Queue(file, MailKind.Confirmation, Recipients(file), Facts(file) with { Confirmation = Confirmation(file) });

    public ConfirmationSheet Confirmation(QuoteFile file) => new()
    {
        Hotel = HotelSheet.Of(file.Property), Client = Client(file), Reference = file.Booking.Reference, Quote = $"{file.Quote.Number} / {file.Quote.Revision}",
        PurchaseOrder = file.Booking.PurchaseOrder ?? "", Title = file.Booking.Name, Language = file.Account.Language, Currency = file.Quote.Currency,
        TaxMode = file.Quote.TaxMode, Programme = Functions(file), Lines = Lines(file), Services = Services(file), Taxes = Taxes(file.Quote),
        Bedrooms = [.. file.Quote.Lines.Where(line => line.RoomTypeId is not null).OrderBy(line => line.On).Select(line => new BedroomRow(line.On, WordsOf(file).Say(line.Description), (int)line.Quantity, Money.Of(line.Unit.Amount, file.Quote.Currency)))],
        Totals = Totals(file.Quote), PerPerson = file.Quote.PerPerson, Deposits = file.Deposits, Deadlines = file.Deadlines, Cancellation = file.CancellationRows, UnusedBedrooms = UnusedBedrooms(file),
        Contacts = [new ContactSheet(file.Property.Name, "", file.Property.Email, file.Property.Phone)], Link = LinkOf(file.Quote, file.Property),
    };

    /// <summary>One function as papers, mails and calendars show it; its UID never changes.</summary>
    public static ProgrammeRow Row(Function function, string space, HotelSheet hotel) => new(
        function.Name, space, function.Style.ToString(), function.Start, function.End, function.Guaranteed ?? function.Expected, UidOf(function.Id, hotel));

    public string LinkOf(Quote quote, Domain.Properties.Property property) =>
        links.OfferAddress(quote.Id, quote.ValidUntil.PlusDays(LinkOutlives).AtStartOfDayInZone(property.Zone).ToInstant());

    public async Task<QuoteFile> FileAsync(Quote quote, Booking booking, CancellationToken cancel)
    {
        var property = await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel);
        var account = (await DeskQueries.AccountAsync(db, booking.AccountId, cancel))!;
        var versions = await db.Quotes.Where(other => other.BookingId == booking.Id).OrderByDescending(other => other.Revision).ThenBy(other => other.Alternative).ToListAsync(cancel);
        var spaces = await DeskQueries.SpaceNamesAsync(db, booking.Functions.Select(function => function.SpaceId).Concat(versions.Append(quote).SelectMany(version => version.Programme).Select(planned => planned.SpaceId)), cancel);
        return new QuoteFile(quote, booking, account, property, spaces, property.Today(clock.GetCurrentInstant()), versions, await db.OfficeAsync(property, cancel), LinkTo(quote, property));
    }

    /// <summary>The client's address of a version; none of a draft, which nobody outside sees.</summary>
    private string LinkTo(Quote quote, Domain.Properties.Property property) => quote.Status == QuoteStatus.Draft ? "" : LinkOf(quote, property);

    /// <summary>Whether the final number of people was due before now: by the accepted contract, or by the hotel's settings while there is none.</summary>
    public async Task<bool> GuaranteeIsOverAsync(int bookingId, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleAsync(booking => booking.Id == bookingId, cancel);
        if (booking.Functions.Count == 0) return false;
        var property = await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel);
        var contract = await db.Quotes.AsNoTracking().Where(quote => quote.BookingId == bookingId && quote.Status == QuoteStatus.Accepted).OrderByDescending(quote => quote.Revision).FirstOrDefaultAsync(cancel);
        var dates = contract?.Dates ?? QuoteDates.Of(property, await db.OfficeAsync(property, cancel), booking.Functions.Min(function => function.Start.Date));
        return clock.GetCurrentInstant().InZone(property.Zone).LocalDateTime >= dates.GuaranteeUntil;
    }

    /// <summary>What was said about any version of the booking's offer, the oldest first.</summary>
    public async Task<IReadOnlyList<OfferRemark>> CommentsAsync(QuoteFile file, CancellationToken cancel)
    {
        var versions = file.Versions.ToDictionary(version => version.Id);
        var ids = versions.Keys.ToList();
        var comments = await db.OfferComments.AsNoTracking().Where(comment => ids.Contains(comment.QuoteId)).OrderBy(comment => comment.Id).ToListAsync(cancel);
        if (comments.Count == 0) return [];
        var lines = await db.Set<QuoteLine>().AsNoTracking().Where(line => ids.Contains(EF.Property<int>(line, "QuoteId"))).Select(line => new { QuoteId = EF.Property<int>(line, "QuoteId"), line.Position, line.Description }).ToListAsync(cancel);
        var named = lines.ToDictionary(line => (line.QuoteId, line.Position), line => line.Description);
        return [.. comments.Select(comment => new OfferRemark(comment, versions[comment.QuoteId], comment.At.InZone(file.Property.Zone).LocalDateTime, comment.Position is { } at ? named.GetValueOrDefault((comment.QuoteId, at)) : null))];
    }

    /// <summary>The house answers what the client said; the client has it by mail too.</summary>
    public void Answer(QuoteFile file, string by, string text, Actor actor)
    {
        var now = clock.GetCurrentInstant();
        var comment = new OfferComment(file.Property.Id, file.Quote, null, by, text, now, isFromHouse: true);
        var readers = Recipients(file);
        db.OfferComments.Add(comment);
        db.Note(actor, now, nameof(Quote), file.Quote.Id, "answer");
        Queue(file, MailKind.OfferAnswered, readers, Facts(file) with { Reason = comment.Text });
    }

    /// <summary>Who accepted what, as evidence.</summary>
    /// <param name="all">The alternatives that the client saw together.</param>
    public CertificateSheet Certificate(QuoteFile taken, IReadOnlyList<QuoteFile> all)
    {
        var acceptance = taken.Quote.Acceptance!;
        return new CertificateSheet(
            Sheet(taken), acceptance.Name, acceptance.On, acceptance.At.InZone(taken.Property.Zone).LocalDateTime, acceptance.At, acceptance.PurchaseOrder ?? "", acceptance.SeenHash, acceptance.Address,
            [.. all.Where(one => one.Quote.Id != taken.Quote.Id && one.Quote.SeenHash is not null).Select(one => (WordsOf(one).Say(one.Title), one.Quote.Gross, one.Quote.SeenHash!))]);
    }

    private static List<MailRecipient> Recipients(QuoteFile file) => file.Recipient is { } reader
        ? [new MailRecipient(reader.Name, reader.Email)]
        : throw new HouseRuleException($"{file.Account.TradeName} has no contact with an e-mail address. Add one to the account first.");

    private void Queue(QuoteFile file, MailKind kind, IEnumerable<MailRecipient> readers, MailFacts facts) =>
        db.Queue(clock.GetCurrentInstant(), kind, file.Property.Id, file.Booking.Id, file.Account.Language, facts, readers, quoteId: file.Quote.Id);

    private MailFacts Facts(QuoteFile file) => new()
    {
        Hotel = HotelSheet.Of(file.Property), Reference = file.Booking.Reference, Title = file.Booking.Name, Programme = Functions(file),
        Link = LinkOf(file.Quote, file.Property),
    };

    /// <summary>A version with all its alternatives on one paper.</summary>
    /// <param name="files">The main one first.</param>
    public QuoteSheet Sheet(IReadOnlyList<QuoteFile> files) => Sheet(files[0]) with { Others = [.. files.Skip(1).Select(Sheet)] };

    public QuoteSheet Sheet(QuoteFile file) => new()
    {
        Alternative = WordsOf(file).Say(file.Title), Persons = file.Quote.Persons, SpendRules = [.. file.Quote.SpendRules().Select(WordsOf(file).Say)],
        Hotel = HotelSheet.Of(file.Property), Client = Client(file), Number = file.Quote.Number, Version = file.Quote.Revision, Title = file.Booking.Name,
        DatedOn = file.DatedOn, ValidUntil = file.Quote.ValidUntil, Language = file.Account.Language, Currency = file.Quote.Currency, TaxMode = file.Quote.TaxMode,
        Programme = Programme(file), Lines = Lines(file), Services = Services(file), Taxes = Taxes(file.Quote), Totals = Totals(file.Quote),
        PerPerson = file.Quote.PerPerson, Deposits = file.Deposits, Deadlines = file.Deadlines, Cancellation = file.CancellationRows, UnusedBedrooms = UnusedBedrooms(file), NotIncluded = file.Quote.Remarks.Length > 0 ? [file.Quote.Remarks] : [], Link = LinkOf(file.Quote, file.Property),
    };

    private static ClientSheet Client(QuoteFile file) => new(
        file.Account.LegalName, file.Account.VatNumber, Street: file.Account.Street, PostalCode: file.Account.PostalCode, City: file.Account.City, Country: file.Account.Country,
        Contact: file.Recipient?.Name ?? "");

    public static IReadOnlyList<ProgrammeRow> Programme(QuoteFile file) =>
        [.. file.Programme.Select(planned => new ProgrammeRow(planned.Name, file.SpaceOf(planned.SpaceId), planned.Style.ToString(), planned.Start, planned.End, planned.People, Uid(planned, file)))];

    /// <summary>The booking's functions where they are now.</summary>
    private static List<ProgrammeRow> Functions(QuoteFile file) =>
        [.. file.Functions.Select(function => Row(function, file.SpaceOf(function.SpaceId), HotelSheet.Of(file.Property)))];

    private static string Uid(PlannedFunction planned, QuoteFile file) =>
        planned.FunctionId is { } function ? UidOf(function, HotelSheet.Of(file.Property)) : $"offer-{file.Quote.Id}-{planned.Key}@{HotelSheet.Of(file.Property).Email.Split('@')[^1]}";

    private static string UidOf(int functionId, HotelSheet hotel) => $"function-{functionId}@{hotel.Email.Split('@')[^1]}";

    private static Words WordsOf(QuoteFile file) => Words.In(file.Account.Language);

    private static List<string> UnusedBedrooms(QuoteFile file) => [.. file.Quote.UnusedBedrooms().Select(WordsOf(file).Say)];

    private static List<PricedRow> Lines(QuoteFile file) =>
        [.. file.Quote.Lines.OrderBy(line => line.Position).Select(line => new PricedRow(
            WordsOf(file).Say(line.Description), line.Quantity, line.Unit, line.Amount, line.TaxCategory, line.TaxRate, line.Discount.IsZero ? null : line.Discount, line.On, WordsOf(file).Say(line.Heading)) { Services = line.Services })];

    private static List<ChargeRow> Services(QuoteFile file) =>
        [.. file.Quote.Sum().Services.Where(service => !service.Amount.IsZero).Select(service => new ChargeRow(WordsOf(file)[service.Name], service.Amount, IsInside: file.Quote.TaxMode == TaxMode.Inclusive))];

    private static List<TaxSheetRow> Taxes(Quote quote) =>
        [.. quote.Sum().Taxes.Select(tax => new TaxSheetRow(tax.Category, tax.Rate, tax.Net, tax.Tax))];

    private static TotalsSheet Totals(Quote quote)
    {
        var (sum, zero) = (quote.Sum(), Money.Zero(quote.Currency));
        var charges = quote.TaxMode == TaxMode.Exclusive ? sum.Service : zero;
        return new TotalsSheet(sum.Lines, zero, charges, sum.Net, sum.Tax, sum.Gross, sum.Prepaid, sum.Due);
    }
}
