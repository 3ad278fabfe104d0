using HotelCorporate.Domain.Amounts;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Domain.Rooms;

/// <summary>Whether a block still keeps rooms back that nobody has taken.</summary>
public enum BlockStatus
{
    Open,

    /// <summary>What was unsold went back to the house.</summary>
    Released,
}

/// <summary>How what is missing is counted.</summary>
public enum AttritionBasis
{
    PerNight,
    Cumulative,
}

/// <summary>Bedrooms that a booking's guests may take: night by night and type by type, with the dates and terms of the contract (domain section 9).</summary>
public sealed partial class RoomBlock
{
    /// <summary>Nights that a block has at most.</summary>
    public const int MostNights = 60;

    /// <summary>Rooms of one type that a block has in a night at most.</summary>
    public const int MostRooms = 2_000;

    private readonly List<BlockNight> _nights = [];
    private readonly List<BlockReduction> _reductions = [];
    private readonly List<RoomGuest> _guests = [];
    private readonly List<BlockDay> _pace = [];

    private RoomBlock() { }

    /// <param name="allowance">The fraction that may stay unused, as the agreement has it.</param>
    public RoomBlock(int propertyId, int bookingId, LocalDate madeOn, decimal allowance = 0) =>
        (PropertyId, BookingId, MadeOn, Allowance) = (propertyId, bookingId, madeOn, allowance);

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public int BookingId { get; private set; }

    public LocalDate MadeOn { get; private set; }

    public BlockStatus Status { get; private set; }

    public LocalDate? ReleasedOn { get; private set; }

    /// <summary>The numbers are those of an accepted version: only another one or an agreed reduction changes them.</summary>
    public bool IsContracted { get; private set; }

    /// <summary>The last day on which the unsold rooms are kept; none: they stay kept.</summary>
    public LocalDate? CutOffOn { get; private set; }

    /// <summary>Somebody chose the cut-off; otherwise it follows the arrival.</summary>
    public bool IsCutOffChosen { get; private set; }

    /// <summary>The day by which the names are due.</summary>
    public LocalDate? RoomingListOn { get; private set; }

    /// <summary>Days on which the pick-up is looked at, as they are stored.</summary>
    public string ReviewsText { get; private set; } = "";

    /// <summary>Days on which the pick-up is looked at, in their order.</summary>
    public IReadOnlyList<LocalDate> ReviewOn => [.. ReviewsText.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(day => LocalDatePattern.Iso.Parse(day).Value)];

    /// <summary>The fraction of the block that may stay unused without charge.</summary>
    public decimal Allowance { get; private set; }

    /// <summary>The fraction of the rate that an unused room below the commitment costs.</summary>
    public decimal Damage { get; private set; } = 1;

    public AttritionBasis Basis { get; private set; }

    /// <summary>One room night is free of charge for each so many; none: no room is free.</summary>
    public int? OneFreePer { get; private set; }

    public BlockTerms Terms => new(Allowance, Damage, Basis, OneFreePer);

    /// <summary>How the pick-up is expected to grow, as <see cref="PickUpPlan.Parse"/> reads it; empty: evenly until the cut-off.</summary>
    public string PlanText { get; private set; } = "";

    public IReadOnlyList<BlockNight> Nights => _nights;

    public IReadOnlyList<BlockReduction> Reductions => _reductions;

    public IReadOnlyList<RoomGuest> Guests => _guests;

    /// <summary>The pick-up as it stood at the end of each day on which it changed.</summary>
    public IReadOnlyList<BlockDay> Pace => _pace;

    /// <summary>The concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The first night; null while there is none.</summary>
    public LocalDate? Arrival => _nights.Count == 0 ? null : _nights.Min(night => night.Night);

    /// <summary>The morning after the last night.</summary>
    public LocalDate? Departure => _nights.Count == 0 ? null : _nights.Max(night => night.Night).PlusDays(1);

    public int Agreed => _nights.Sum(night => night.Agreed);

    public int Held => _nights.Sum(night => night.Held);

    public int PickedUp => _nights.Sum(night => night.PickedUp);

    /// <summary>What the agreed rooms come to at their rates.</summary>
    public Money Value(Currency currency) => _nights.Sum(currency, night => night.Rate * night.Agreed);

    /// <summary>What the client would owe for rooms that stay unused, counted one way or the other.</summary>
    public Money Attrition(AttritionBasis basis, Currency currency) =>
        Terms.Owed(basis, _nights.ConvertAll(night => new BlockUse(night.Agreed, night.PickedUp, night.Rate)), currency);

    /// <summary>Room nights free of charge for those that are taken.</summary>
    public int Complimentary => OneFreePer is { } nights ? Rooms.Attrition.Complimentary(PickedUp, nights) : 0;

    /// <param name="today">The hotel's date.</param>
    /// <exception cref="HouseRuleException">A day is over, or after the arrival; another cut-off has no reason.</exception>
    public void Date(LocalDate? cutOff, LocalDate? roomingList, IEnumerable<LocalDate> reviews, string? reason, LocalDate today)
    {
        var days = reviews.Distinct().Order().ToList();
        if (cutOff != CutOffOn)
        {
            if (Status == BlockStatus.Released) throw new HouseRuleException("The unsold rooms went back to the house. Take them again to set another cut-off.") { Field = nameof(CutOffOn) };
            RefuseCutOff(cutOff, today);
            if (CutOffOn is not null) Require(reason);
        }

        if (roomingList > Arrival) throw new HouseRuleException($"The rooming list is due by the arrival on {Arrival!.Value} at the latest.") { Field = nameof(RoomingListOn) };
        if (days.Count > 12 || days.Exists(day => day > Arrival)) throw new HouseRuleException("A block is looked at on twelve days at most, all before the arrival.") { Field = nameof(ReviewOn) };
        if (cutOff != CutOffOn) (CutOffOn, IsCutOffChosen) = (cutOff, true);
        (RoomingListOn, ReviewsText) = (roomingList, string.Join(' ', days.Select(LocalDatePattern.Iso.Format)));
        Version++;
    }

    /// <summary>What the next offer says of unused rooms, and how the pick-up is expected to grow.</summary>
    /// <exception cref="HouseRuleException">A figure is out of its bounds, the contract says otherwise, or the plan is not understood.</exception>
    public void Agree(BlockTerms terms, string plan)
    {
        if (IsContracted && terms.Check() != Terms) throw new HouseRuleException("The contract says otherwise. Make a new version of the offer, with other terms of its bedrooms.") { Field = nameof(Allowance) };
        Take(terms);
        PlanText = PickUpPlan.Parse(plan).ToString();
        Version++;
    }

    private void Take(BlockTerms terms)
    {
        (Allowance, Damage, Basis, OneFreePer) = terms.Check();
    }

    /// <summary>The cut-off follows the arrival until somebody chooses one; a day that is over is none.</summary>
    /// <param name="daysBefore">Days before the arrival, as the hotel has it.</param>
    public void FollowArrival(int daysBefore, LocalDate today)
    {
        if (IsCutOffChosen || Status == BlockStatus.Released || Arrival is not { } arrival) return;
        CutOffOn = arrival.PlusDays(-daysBefore) is var day && day >= today ? day : null;
    }

    /// <summary>The booking moves by some days, and its nights and names with it. Days that somebody chose move along; the others follow the arrival (domain section 3).</summary>
    public void MoveBy(int days, int cutOffDays, LocalDate today)
    {
        foreach (var night in _nights) night.Night = night.Night.PlusDays(days);
        foreach (var guest in _guests) guest.Set(guest.Facts with { Arrival = guest.Arrival.PlusDays(days), Departure = guest.Departure.PlusDays(days) });
        if (IsCutOffChosen && Status == BlockStatus.Open) CutOffOn = CutOffOn?.PlusDays(days);
        RoomingListOn = RoomingListOn?.PlusDays(days);
        ReviewsText = string.Join(' ', ReviewOn.Select(day => LocalDatePattern.Iso.Format(day.PlusDays(days))));
        FollowArrival(cutOffDays, today);
        Version++;
    }

    internal static void Require(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new HouseRuleException("Say why: the reason stays with the booking.") { Field = "Reason" };
    }

    private void RefuseCutOff(LocalDate? cutOff, LocalDate today)
    {
        if (cutOff > Arrival) throw new HouseRuleException($"The cut-off is after the arrival on {Arrival!.Value}. Choose that day or an earlier one.") { Field = nameof(CutOffOn) };
        if (cutOff < today) throw new HouseRuleException("The cut-off is over. Choose today or a later day, or give the rooms back now.") { Field = nameof(CutOffOn) };
    }
}
