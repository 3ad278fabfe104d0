using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Invoices;

/// <summary>The deposit schedule of one booking's contract, and what became of its parts.</summary>
public sealed class DepositPlan
{
    private readonly List<DepositPart> _parts = [];

    private DepositPlan() => ScheduleText = "";

    public DepositPlan(int bookingId, DepositSchedule schedule) => (BookingId, ScheduleText) = (bookingId, schedule.ToString());

    public int Id { get; private set; }

    public int BookingId { get; private set; }

    public string ScheduleText { get; private set; }

    /// <summary>Rises at each change; a stale page cannot overwrite a newer one.</summary>
    public int Version { get; private set; }

    /// <summary>Those that were issued or waived.</summary>
    public IReadOnlyList<DepositPart> Parts => _parts;

    public DepositSchedule Schedule => DepositSchedule.Parse(ScheduleText);

    /// <exception cref="HouseRuleException">A part is issued or waived already.</exception>
    public void Agree(DepositSchedule schedule)
    {
        if (_parts.Count > 0) throw new HouseRuleException("A part of the deposit is issued or waived already: the schedule stays as it was agreed.");
        ScheduleText = schedule.ToString();
        Version++;
    }

    public IReadOnlyList<DepositDue> Dues(Money price, LocalDate signedOn, LocalDate firstDay) =>
        Schedule.Parts(price, signedOn, firstDay, _parts.ToDictionary(part => part.Position, part => new Money(part.FixedUnits, price.Currency)));

    /// <summary>The part stands on a document now.</summary>
    public void Issued(DepositDue due, int invoiceId) => Fix(due).InvoiceId = invoiceId;

    /// <summary>The part need not be paid before the event; the final invoice asks for it.</summary>
    public void Waive(DepositDue due, string reason, int by, LocalDate on)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 500) throw new HouseRuleException("Say why the deposit is waived, in 500 characters at most.");
        var part = _parts.Find(part => part.Position == due.Position) ?? Fix(due);
        if (part.WaivedOn is not null) throw new HouseRuleException("This part is waived already.");
        (part.WaivedBecause, part.WaivedById, part.WaivedOn) = (reason.Trim(), by, on);
        Version++;
    }

    private DepositPart Fix(DepositDue due)
    {
        if (_parts.Exists(part => part.Position == due.Position)) throw new HouseRuleException("This part of the deposit is issued or waived already.");
        var part = new DepositPart { Position = due.Position, FixedUnits = due.Amount.MinorUnits };
        _parts.Add(part);
        Version++;
        return part;
    }
}

/// <summary>A part that was issued or waived, and what it came to then.</summary>
public sealed class DepositPart
{
    internal DepositPart() { }

    public int Id { get; private set; }

    /// <summary>Which term of the schedule, from 1.</summary>
    public int Position { get; internal init; }

    /// <summary>Minor units of the booking's currency.</summary>
    public long FixedUnits { get; internal init; }

    public int? InvoiceId { get; internal set; }

    public string? WaivedBecause { get; internal set; }

    /// <summary>The person of the house who waived it.</summary>
    public int? WaivedById { get; internal set; }

    public LocalDate? WaivedOn { get; internal set; }
}
