using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Domain.Quotes;

/// <summary>One version of a priced offer for a booking. Once sent it never changes; the last accepted version is the contract.</summary>
public sealed partial class Quote
{
    /// <summary>Every move a version may make. The buttons on the page are drawn from this same table.</summary>
    private static readonly FrozenDictionary<QuoteStatus, QuoteStatus[]> Moves = new Dictionary<QuoteStatus, QuoteStatus[]>
    {
        [QuoteStatus.Draft] = [QuoteStatus.Sent],
        [QuoteStatus.Sent] = [QuoteStatus.Accepted, QuoteStatus.Declined, QuoteStatus.Expired, QuoteStatus.Superseded, QuoteStatus.Revoked],
    }.ToFrozenDictionary();

    private readonly List<QuoteLine> _lines = [];
    private string _remarks = "", _cancellation = "", _cancellationShares = "", _deposits = "", _bedroomTerms = "", _alternativeName = "";
    private Sentence _toApprove = "";
    private IReadOnlyList<PlannedFunction> _programme = [];
    private QuoteRequest? _request;

    private Quote() => (Number, CurrencyCode) = ("", "");

    public Quote(int bookingId, string number, int revision, TaxMode taxMode, Currency currency, int persons, LocalDate validUntil, IEnumerable<QuoteLine> lines)
    {
        if (persons < 1) throw new HouseRuleException("An offer is for one person at least: its price per person is shown.");
        (BookingId, Number, Revision, TaxMode, CurrencyCode, Persons, ValidUntil) = (bookingId, number, revision, taxMode, currency.Code, persons, validUntil);
        foreach (var line in lines)
        {
            if (line.Amount.Currency != currency) throw new HouseRuleException($"The offer is made in {currency}; {line.Description} is priced in {line.Amount.Currency}.");
            line.Position = _lines.Count + 1;
            _lines.Add(line);
        }

        Gross = Sum().Gross;
        Net = Sum().Net;
        _nets.AddRange(NetsOfLines());
    }

    public int Id { get; private set; }

    public int BookingId { get; private set; }

    /// <summary>The same for all versions of a booking's offer.</summary>
    public string Number { get; private set; }

    /// <summary>Which version, from 1.</summary>
    public int Revision { get; private set; }

    public QuoteStatus Status { get; private set; }

    public TaxMode TaxMode { get; private set; }

    public string CurrencyCode { get; private set; }

    public Currency Currency => Currency.Of(CurrencyCode);

    /// <summary>People that the price per person is counted over.</summary>
    public int Persons { get; private set; }

    /// <summary>The last day on which it can be accepted.</summary>
    public LocalDate ValidUntil { get; private set; }

    /// <summary>What is not included, and other words to the client.</summary>
    public string Remarks { get => _remarks; init => _remarks = value; }

    /// <summary>What cancelling costs, as <see cref="CancellationLadder.Parse"/> reads it; part of what is accepted.</summary>
    public string Cancellation { get => _cancellation; init => _cancellation = value; }

    /// <summary>Of which part of each revenue class the cancellation rate is taken, as <see cref="Bookings.CancellationShares.Parse"/> reads it; part of what is accepted.</summary>
    public string CancellationShares { get => _cancellationShares; init => _cancellationShares = value; }

    /// <summary>When the deposit is due, as <see cref="DepositSchedule.Parse"/> reads it; part of what is accepted.</summary>
    public string Deposits { get => _deposits; init => _deposits = value; }

    /// <summary>What bedrooms that stay unused cost, as <see cref="Rooms.BlockTerms.Parse"/> reads it; empty without bedrooms. Part of what is accepted.</summary>
    public string BedroomTerms { get => _bedroomTerms; init => _bedroomTerms = value; }

    /// <summary>What is over the seller's limits, in whole sentences; empty when the seller may send it.</summary>
    public Sentence ToApprove { get => _toApprove; init => _toApprove = value; }

    /// <summary>Somebody who may has agreed to what is over the seller's limits.</summary>
    public bool IsApproved { get; private set; }

    public bool WaitsForApproval => !ToApprove.IsEmpty && !IsApproved;

    public CancellationLadder CancellationLadder => CancellationLadder.Parse(Cancellation);

    public DepositSchedule DepositSchedule => DepositSchedule.Parse(Deposits);

    public IReadOnlyList<QuoteLine> Lines => _lines;

    public Money Net { get; private set; }

    public Money Gross { get; private set; }

    public Instant CreatedAt { get; init; }

    public Instant? SentAt { get; private set; }

    /// <summary>The day by which the menu is chosen; none while it is a draft.</summary>
    public LocalDate? MenuChoiceOn { get; private set; }

    /// <summary>The moment, on the hotel's wall, until which the final number may go down; none while it is a draft.</summary>
    public LocalDateTime? GuaranteeUntil { get; private set; }

    /// <summary>What was promised when it was sent, whatever the settings say since; none while it is a draft.</summary>
    public QuoteDates? Dates => MenuChoiceOn is { } menu && GuaranteeUntil is { } guarantee ? new(menu, guarantee) : null;

    /// <summary>SHA-256 of all that the client sees, made when it was sent.</summary>
    public string? SeenHash { get; private set; }

    public Acceptance? Acceptance { get; private set; }

    /// <summary>When the client's page was opened first; none while it was not.</summary>
    public Instant? OpenedAt { get; private set; }

    public Instant? LastOpenedAt { get; private set; }

    public string? DeclinedBecause { get; private set; }

    /// <summary>Rises at each change; a stale page cannot overwrite a newer one.</summary>
    public int Version { get; private set; }

    /// <summary>All in, with service and tax.</summary>
    public Money PerPerson => Money.Of(Gross.Amount / Persons, Currency);

    public DocumentSum Sum() => DocumentSum.Of(TaxMode, Currency, [.. _lines.Select(line => line.ToSum())]);

    /// <summary>What the cancellation rate is taken of, by revenue class: net, before service and tax.</summary>
    /// <param name="cancelled">Functions that do not take place any more: what they cost was settled when they were taken out.</param>
    public IReadOnlyList<ExposurePart> CancellationParts(IReadOnlyCollection<int> cancelled)
    {
        var (net, shares) = (NetOfLines(), Bookings.CancellationShares.Parse(CancellationShares));
        return [.. _lines.Where(line => line.FunctionId is not { } function || !cancelled.Contains(function)).GroupBy(line => line.RevenueClass).OrderBy(group => group.Key).Select(group =>
        {
            var (sum, share) = (group.Sum(Currency, line => net[line]), shares.GetValueOrDefault(group.Key, 1m));
            return new ExposurePart(group.Key, sum, share, sum * share);
        })];
    }

    /// <summary>Each line net, before service and tax.</summary>
    public IReadOnlyDictionary<QuoteLine, Money> NetOfLines() =>
        _lines.Zip(LineNets.Of(TaxMode, Currency, _lines.ConvertAll(line => line.ToSum()))).ToDictionary(pair => pair.First, pair => pair.Second);

    public bool May(QuoteStatus next) => Moves.TryGetValue(Status, out var open) && open.Contains(next);

    public bool IsOver(LocalDate today) => today > ValidUntil;

    /// <summary>Why it can not be accepted; null while it can.</summary>
    public Sentence? WhyNotOpen(LocalDate today)
    {
        if (!May(QuoteStatus.Accepted)) return WhyClosed();
        if (IsOver(today)) return $"This offer was valid until {ValidUntil}. Ask the hotel to renew it.";
        return null;
    }

    /// <summary>A draft becomes what was priced anew; an approval stands as long as what was approved is the same.</summary>
    /// <param name="fresh">The same version and alternative; its lines are this one's from now on.</param>
    /// <exception cref="HouseRuleException">It is out already.</exception>
    public void Redraft(Quote fresh)
    {
        if (Status != QuoteStatus.Draft) throw new HouseRuleException("This version is out already and does not change any more. Make a new version.");
        (_remarks, _cancellation, _cancellationShares, _deposits, _bedroomTerms, _alternativeName) = (fresh._remarks, fresh._cancellation, fresh._cancellationShares, fresh._deposits, fresh._bedroomTerms, fresh._alternativeName);
        IsApproved = IsApproved && Gross == fresh.Gross && _toApprove.Equals(fresh._toApprove);
        (_toApprove, _programme, _request) = (fresh._toApprove, fresh._programme, fresh._request);
        (Persons, ValidUntil, Net, Gross) = (fresh.Persons, fresh.ValidUntil, fresh.Net, fresh.Gross);
        _lines.Clear();
        _lines.AddRange(fresh._lines);
        _nets.Clear();
        _nets.AddRange(fresh._nets);
        Version++;
    }

    /// <summary>What is over the seller's limits is agreed to.</summary>
    public void Approve()
    {
        if (Status != QuoteStatus.Draft) throw new HouseRuleException($"A quote that is {Status} needs no approval.");
        IsApproved = true;
        Version++;
    }

    /// <summary>Freezes it, with what the client has to do by when.</summary>
    public void Send(LocalDate today, Instant now, QuoteDates dates)
    {
        if (_lines.Count == 0) throw new HouseRuleException("Add at least one line before sending the quote.");
        if (WaitsForApproval) throw new HouseRuleException("This version waits for an approval. Send it once it is approved, or make a version within your limits.");
        if (ValidUntil < today) throw new HouseRuleException("The quote's last day is over. Make a new version with a later one.");
        MoveTo(QuoteStatus.Sent);
        SentAt = now;
        (MenuChoiceOn, GuaranteeUntil) = (dates.MenuChoiceOn, dates.GuaranteeUntil);
        SeenHash = Fingerprint();
    }

    /// <summary>The client looked at its page. Looks within an hour are one.</summary>
    /// <returns>Whether it is worth keeping.</returns>
    public bool Open(Instant now)
    {
        if (SentAt is null || (LastOpenedAt is { } last && now - last < Duration.FromHours(1))) return false;
        (OpenedAt, LastOpenedAt) = (OpenedAt ?? now, now);
        return true;
    }

    /// <summary>The client takes it. What was seen must be what was sent.</summary>
    /// <exception cref="HouseRuleException">It is not open any more, its last day is over, or something is missing.</exception>
    public void Accept(Acceptance acceptance, bool purchaseOrderRequired, LocalDate today)
    {
        if (WhyNotOpen(today) is { } closed) throw new HouseRuleException(closed);
        if (string.IsNullOrWhiteSpace(acceptance.Name)) throw new HouseRuleException("Type your name: it says who accepted.") { Field = "name" };
        if (acceptance.Name.Length > 120) throw new HouseRuleException("The name has 120 characters at most.") { Field = "name" };
        if (acceptance.PurchaseOrder is { Length: > 60 }) throw new HouseRuleException("The order number has 60 characters at most.") { Field = "purchaseOrder" };
        if (purchaseOrderRequired && string.IsNullOrWhiteSpace(acceptance.PurchaseOrder))
            throw new HouseRuleException("Your company asks for an order number on every contract. Type it in.") { Field = "purchaseOrder" };
        if (!string.Equals(acceptance.SeenHash, SeenHash, StringComparison.Ordinal))
            throw new HouseRuleException("The offer on your screen is not the one that was sent. Load the page again and read it once more.");
        MoveTo(QuoteStatus.Accepted);
        Acceptance = acceptance;
    }

    public void Decline(string reason, LocalDate today)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new HouseRuleException("Tell the hotel why, in a few words.");
        if (reason.Length > 1000) throw new HouseRuleException("The reason has 1,000 characters at most.");
        if (!May(QuoteStatus.Declined)) throw new HouseRuleException(WhyClosed());
        MoveTo(QuoteStatus.Declined);
        DeclinedBecause = reason.Trim();
    }

    public void Supersede() => MoveTo(QuoteStatus.Superseded);

    public void Revoke() => MoveTo(QuoteStatus.Revoked);

    public void Expire(LocalDate today)
    {
        if (!IsOver(today)) throw new HouseRuleException("The offer is still valid.");
        MoveTo(QuoteStatus.Expired);
    }

    /// <summary>SHA-256 over number, version, dates, every line and the sums, in one fixed spelling.</summary>
    public string Fingerprint()
    {
        var seen = new StringBuilder();
        seen.AppendLine(CultureInfo.InvariantCulture, $"{Number}/{Revision} {CurrencyCode} {TaxMode} {Persons} {LocalDatePattern.Iso.Format(ValidUntil)}");
        if (Programme.Count > 0) seen.AppendLine(CultureInfo.InvariantCulture, $"{Letter} {AlternativeName}");
        foreach (var planned in Programme)
            seen.AppendLine(CultureInfo.InvariantCulture, $"{planned.Key}|{planned.Name}|{planned.SpaceId}|{planned.Style}|{LocalDateTimePattern.ExtendedIso.Format(planned.Start)}|{LocalDateTimePattern.ExtendedIso.Format(planned.End)}|{planned.People}");
        foreach (var line in _lines.OrderBy(line => line.Position))
            seen.AppendLine(CultureInfo.InvariantCulture,
                $"{line.Position}|{LocalDatePattern.Iso.Format(line.On)}|{line.Heading.ToText()}|{line.Description.ToText()}|{line.Quantity:0.###}|{line.UnitMillionths}|{line.Discount.MinorUnits}|{line.Amount.MinorUnits}|{line.TaxCategory}|{line.TaxRate:0.######}|{line.ServicesText}|{line.RuleText}");
        seen.AppendLine(CultureInfo.InvariantCulture, $"{Net.MinorUnits} {Gross.MinorUnits} {Cancellation} {CancellationShares} {Deposits} {BedroomTerms} {Dates}").Append(Remarks);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seen.ToString())));
    }

    private Sentence WhyClosed() => Status switch
    {
        QuoteStatus.Draft => "This offer has not been sent yet.",
        QuoteStatus.Accepted => "This offer is accepted already.",
        QuoteStatus.Declined => "This offer was declined. Ask the hotel for a new one.",
        QuoteStatus.Expired => "This offer has expired. Ask the hotel to renew it.",
        QuoteStatus.Superseded => "A newer version of this offer was sent. Open the link in the latest e-mail.",
        _ => "The hotel took this offer back. Ask it for a new one.",
    };

    private void MoveTo(QuoteStatus next)
    {
        if (!May(next)) throw new HouseRuleException($"A quote that is {Status} cannot become {next}.");
        Status = next;
        Version++;
    }
}

/// <summary>The evidence that a client accepted: who, when, with which order number, what was seen, and from where.</summary>
/// <param name="SeenHash">That of the page that was accepted.</param>
/// <param name="Address">The network address.</param>
public sealed record Acceptance(string Name, LocalDate On, string? PurchaseOrder, string SeenHash, Instant At, string Address);
