using System.Collections.Frozen;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <summary>The container for one client's event: its functions, and what has been promised about them.</summary>
public sealed partial class Booking
{
    /// <summary>Every move a booking may make (domain section 8). The buttons on the page are drawn from this same table.</summary>
    private static readonly FrozenDictionary<BookingStatus, BookingStatus[]> Moves = new Dictionary<BookingStatus, BookingStatus[]>
    {
        [BookingStatus.Inquiry] = [BookingStatus.Quoted, BookingStatus.Tentative, BookingStatus.Definite, BookingStatus.Lost, BookingStatus.TurnedDown],
        [BookingStatus.Quoted] = [BookingStatus.Tentative, BookingStatus.Definite, BookingStatus.Lost, BookingStatus.TurnedDown],
        [BookingStatus.Tentative] = [BookingStatus.Definite, BookingStatus.Quoted, BookingStatus.Lost, BookingStatus.TurnedDown],
        [BookingStatus.Definite] = [BookingStatus.Actual, BookingStatus.Cancelled],
        [BookingStatus.Actual] = [BookingStatus.Closed],
    }.ToFrozenDictionary();

    private readonly List<Function> _functions = [];

    private Booking() { }

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public int AccountId { get; private set; }

    /// <summary>HC-2026-0142.</summary>
    public string Reference { get; private set; } = "";

    public string Name { get; private set; } = "";

    public BookingStatus Status { get; private set; }

    /// <summary>The last day on which the option stands.</summary>
    public LocalDate? OptionOn { get; private set; }

    public int? OwnerId { get; private set; }

    /// <summary>Who accepted the contract for the client, and when; none while nobody has.</summary>
    public string? AcceptedBy { get; private set; }

    public LocalDate? AcceptedOn { get; private set; }

    /// <summary>The client's purchase order.</summary>
    public string? PurchaseOrder { get; private set; }

    /// <summary>The manager who let it go on over the company's credit limit.</summary>
    public int? CreditApprovedById { get; private set; }

    /// <summary>What the accepted booking still waits for, one after the other, as it was last looked at; none when nothing is awaited.</summary>
    public Sentence? WaitsFor { get; private set; }

    /// <summary>What the company was let owe then, in minor units of the hotel's currency; above it somebody is asked again.</summary>
    public long? CreditApprovedUpTo { get; private set; }

    public Instant CreatedAt { get; private set; }

    /// <summary>The first day of what is planned; none while nothing is. It stays when the booking ends.</summary>
    public LocalDate? FirstOn { get; private set; }

    /// <summary>Rises at each change; a stale page cannot overwrite a newer one.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<Function> Functions => _functions;

    public bool Holds => Status is BookingStatus.Tentative or BookingStatus.Definite or BookingStatus.Actual or BookingStatus.Closed;

    public static Booking Inquire(int propertyId, int accountId, string reference, string name, int? ownerId, Instant now)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new HouseRuleException("Give the event the name that people use for it.");
        return new Booking
        {
            PropertyId = propertyId, AccountId = accountId, Reference = reference, Name = name.Trim(), OwnerId = ownerId, CreatedAt = now,
        };
    }

    /// <summary>Gives the booking its reference, once.</summary>
    public void Number(string reference)
    {
        if (Reference.Length > 0) throw new HouseRuleException($"This booking already is {Reference}.");
        Reference = reference;
    }

    public bool May(BookingStatus next) => Moves.TryGetValue(Status, out var open) && open.Contains(next);

    /// <param name="place">The next place in the line of its room: needed once the booking holds rooms.</param>
    /// <exception cref="HouseRuleException">The booking has ended, or holds rooms and the function has none.</exception>
    public void Add(Function function, long? place = null) => Add(function, function.Use, place);

    /// <inheritdoc cref="Add(Function, long?)"/>
    public void Add(Function function, FunctionUse use, long? place)
    {
        function.Take(use);
        if (Status is BookingStatus.TurnedDown or BookingStatus.Lost or BookingStatus.Cancelled or BookingStatus.Closed || (Holds && place is null))
            throw new HouseRuleException($"This booking is {Status}: give the option back before you add a function.");
        if (Holds && function.SpaceId is null) throw new HouseRuleException($"Choose a room for {function.Name} first: find a space that fits.");
        if (Holds) function.Queue(place!.Value);
        _functions.Add(function);
        Arrange();
        RefuseToMeetItself(function);
        Version++;
    }

    /// <summary>Chooses the room of a function, in the style and at the shift of time that the search proposed.</summary>
    /// <exception cref="HouseRuleException">Rooms are held already, or another function of this booking is there then.</exception>
    public Function Place(int functionId, int spaceId, SetupStyle style, SetupTimes times, Duration shift, DateTimeZone zone)
    {
        var function = Find(functionId);
        if (Status is not (BookingStatus.Inquiry or BookingStatus.Quoted))
            throw new HouseRuleException($"This booking is {Status}: give the option back before you choose other rooms.");
        function.PutInto(spaceId, style, times, shift, zone);
        Arrange();
        RefuseToMeetItself(function);
        Version++;
        return function;
    }

    /// <summary>Holds its rooms, or queues for them, until the option date.</summary>
    /// <param name="place">The next place in the line.</param>
    public void Option(LocalDate optionOn, LocalDate today, long place)
    {
        if (optionOn < today) throw new HouseRuleException("The option date is over. Choose today or a later day.");
        RefuseWithoutRooms();
        MoveTo(BookingStatus.Tentative);
        OptionOn = optionOn;
        foreach (var function in Live) function.Queue(place);
    }

    /// <summary>Records that the client accepted the contract.</summary>
    public void Accept(string name, LocalDate on, string? purchaseOrder)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new HouseRuleException("Say who accepted for the client.");
        if (Status is BookingStatus.Lost or BookingStatus.TurnedDown or BookingStatus.Cancelled)
            throw new HouseRuleException($"This booking is {Status}. Copy it to a new one to go on.");
        (AcceptedBy, AcceptedOn, PurchaseOrder, ChallengeEndsAt) = (name.Trim(), on, purchaseOrder, null);
        Version++;
    }

    /// <summary>A priced offer is out. Sending one never lowers the status.</summary>
    public void Offer()
    {
        if (Status is BookingStatus.Lost or BookingStatus.TurnedDown or BookingStatus.Cancelled or BookingStatus.Closed)
            throw new HouseRuleException($"This booking is {Status}. Copy it to a new one to make an offer.");
        if (Status == BookingStatus.Inquiry) MoveTo(BookingStatus.Quoted);
    }

    /// <summary>An accepted offer that waits keeps its option at least so long.</summary>
    public void KeepOptionUntil(LocalDate day)
    {
        if (OptionOn is null || OptionOn < day) OptionOn = day;
    }

    /// <summary>Keeps what the accepted booking still waits for.</summary>
    /// <returns>Whether it is news.</returns>
    public bool WaitFor(IReadOnlyCollection<Sentence> awaited)
    {
        var all = awaited.Count == 0 ? null : Sentence.Join("; ", awaited);
        if (Equals(all, WaitsFor)) return false;
        WaitsFor = all;
        Version++;
        return true;
    }

    /// <summary>A manager takes it on over the company's credit limit.</summary>
    /// <param name="exposure">What the company would owe, as the manager saw it.</param>
    public void ApproveCredit(int by, Money exposure)
    {
        if (!May(BookingStatus.Definite)) throw new HouseRuleException($"A booking that is {Status} needs no approval of credit.");
        (CreditApprovedById, CreditApprovedUpTo) = (by, exposure.MinorUnits);
        Version++;
    }

    /// <summary>Whether a manager let the company owe that much.</summary>
    public bool IsCreditApproved(Money exposure) => exposure.MinorUnits <= CreditApprovedUpTo;

    /// <exception cref="HouseRuleException">Names every guard that is not met.</exception>
    public void Confirm(long place)
    {
        if (AcceptedBy is null) throw new HouseRuleException("The client has not accepted yet. Record who accepted, and when.");
        RefuseWithoutRooms();
        MoveTo(BookingStatus.Definite);
        (WaitsFor, ChallengeEndsAt) = (null, null);
        foreach (var function in Live) function.Queue(place);
    }

    /// <summary>Enters how many people are guaranteed and how many came; an empty field changes nothing.</summary>
    /// <param name="deadlineIsOver">The final number was due before: it only goes up.</param>
    public void Count(int functionId, int? guaranteed, int? actual, bool deadlineIsOver)
    {
        var function = Find(functionId);
        if (guaranteed is { } people)
        {
            if (Status is not (BookingStatus.Tentative or BookingStatus.Definite)) throw new HouseRuleException($"A booking that is {Status} takes no guarantee.");
            function.Guarantee(people, deadlineIsOver);
        }

        if (actual is { } came)
        {
            if (Status != BookingStatus.Actual) throw new HouseRuleException("Actual numbers are entered once the event has begun.");
            function.Serve(came);
        }

        Version++;
    }

    /// <summary>The option ends, the offer stays.</summary>
    public void GiveBack()
    {
        if (Status != BookingStatus.Tentative) throw new HouseRuleException($"This booking is {Status}: there is no option to give back.");
        MoveTo(BookingStatus.Quoted);
        OptionOn = null;
        Release();
    }

    public void Begin(Instant now)
    {
        if (!HasBegun(now))
            throw new HouseRuleException("The event has not begun yet.");
        MoveTo(BookingStatus.Actual);
    }

    /// <param name="isInvoiced">The final invoice is issued.</param>
    public void Close(bool isInvoiced)
    {
        if (!isInvoiced) throw new HouseRuleException("Issue the final invoice first.");
        if (Live.Any(function => function.Actual is null)) throw new HouseRuleException("Enter how many people came to each function first.");
        MoveTo(BookingStatus.Closed);
    }

    private IEnumerable<Function> Live => _functions.Where(function => !function.IsCancelled);

    private void RefuseToMeetItself(Function function)
    {
        if (function.SpaceId is not null && _functions.Exists(other => other != function && !other.IsCancelled && other.SpaceId == function.SpaceId && other.Occupation.Overlaps(function.Occupation)))
            throw new HouseRuleException($"{function.Name} would be in the same room at the same time as another function of this booking, set-up and tear-down included. Move one of them.");
    }

    private void RefuseWithoutRooms()
    {
        if (!Live.Any()) throw new HouseRuleException("Add a function with a room before you hold anything.");
        if (Live.FirstOrDefault(function => function.SpaceId is null) is { } homeless) throw new HouseRuleException($"Choose a room for {homeless.Name} first: find a space that fits.");
    }

    private void Release()
    {
        (WaitsFor, ChallengeEndsAt) = (null, null);
        foreach (var function in _functions) function.Release();
    }

    private void MoveTo(BookingStatus next)
    {
        if (!May(next)) throw new HouseRuleException($"A booking that is {Status} cannot become {next}.");
        Status = next;
        Version++;
    }
}
