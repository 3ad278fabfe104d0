using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Rooms;

/// <summary>Rooms that client and hotel agreed to take off a block.</summary>
public sealed record BlockReduction(int RoomTypeId, LocalDate Night, int Rooms, LocalDate On, string Reason)
{
    public int Id { get; private set; }
}

/// <summary>Bedrooms of an accepted version: one type for one night.</summary>
public sealed record ContractedNight(int RoomTypeId, LocalDate Night, Occupancy Occupancy, int Rooms, Money Rate, IReadOnlyList<PriceStep> Steps);

/// <summary>What is to become of more rooms than the house has.</summary>
public enum WhenShort
{
    Refuse,

    /// <summary>They wait for whoever may decide it.</summary>
    Ask,

    /// <summary>The house goes below zero.</summary>
    Force,
}

/// <content>How many rooms it has in which night, and what becomes of them.</content>
public sealed partial class RoomBlock
{
    /// <summary>Keeps so many rooms of a type for a night. Before there is a contract they are what the client asks for; afterwards the contract stands, and only what is kept changes.</summary>
    /// <param name="free">Rooms of the type that the house has then without this block.</param>
    /// <param name="stay">The nights of the event; null while it has none.</param>
    /// <exception cref="HouseRuleException">The night is outside of the stay, the number makes no sense, or the house has not so many.</exception>
    public BlockNight Keep(RoomType type, LocalDate night, Occupancy occupancy, int rooms, int free, WhenShort whenShort, EventNights? stay)
    {
        if (rooms is < 0 or > MostRooms) throw new HouseRuleException($"Rooms are between 0 and {MostRooms}.");
        var line = Of(type.Id, night);
        if (line is null)
        {
            if (stay?.MayHave(night) == false) throw new HouseRuleException($"{night} is outside of the stay: a block may begin {EventNights.MostShoulders} nights before the event and end {EventNights.MostShoulders} nights after it.");
            if (_nights.Select(other => other.Night).Append(night).Distinct().Count() > MostNights) throw new HouseRuleException($"A block has {MostNights} nights at most.");
            line = Open(type.Id, night, occupancy, _nights is [var first, ..] ? first.Rate.Currency : null);
        }

        if (rooms < line.PickedUp) throw new HouseRuleException($"{type.Name} on {night}: {line.PickedUp} rooms are taken already. Take the guests off first.");
        if (!IsContracted && line.Reduced > 0 && rooms != line.Agreed) throw new HouseRuleException($"{type.Name} on {night} has an agreed reduction. Agree on another one, or make a new version of the offer.");
        var isShort = rooms > line.Held && rooms > Math.Max(free, line.ForcedUpTo);
        if (isShort && whenShort == WhenShort.Refuse) throw new HouseRuleException($"{type.Name} on {night}: {rooms} rooms are asked for, {Math.Max(0, free)} are free. Ask for fewer, or say why the house should go below zero.");
        line.Occupancy = occupancy;
        if (isShort && whenShort == WhenShort.Ask) line.Asked = rooms;
        else Take(line, rooms, isShort);
        _nights.RemoveAll(other => other.IsEmpty);
        Version++;
        return line;
    }

    /// <summary>Somebody who may lets it keep what was asked for, and what its contract names, whatever is free.</summary>
    public void Force()
    {
        foreach (var line in _nights)
        {
            if (line.Asked is { } asked) Take(line, asked, isForced: true);
            line.ForcedUpTo = Math.Max(line.ForcedUpTo, Math.Max(line.Agreed, line.Held));
        }

        KeepAgreed();
    }

    /// <summary>Nobody lets it keep more than the house has: it keeps what it has.</summary>
    public void Forget()
    {
        foreach (var line in _nights) line.Asked = null;
        _nights.RemoveAll(line => line.IsEmpty);
        Version++;
    }

    /// <summary>Takes over what the client accepted: the last accepted version is the contract, earlier reductions are part of it. What is kept rises and falls with it, as far as the house has rooms.</summary>
    /// <param name="terms">What it says of unused rooms; none: what was agreed stays.</param>
    /// <param name="free">Rooms of a type in a night that the house has without this block.</param>
    public void Contract(IReadOnlyCollection<ContractedNight> nights, BlockTerms? terms, Func<int, LocalDate, int> free, LocalDate today)
    {
        if (terms is not null) Take(terms);
        if (!IsContracted) (Status, ReleasedOn) = (BlockStatus.Open, null); // what an option gave back is signed for now
        foreach (var gone in _nights.Where(line => !nights.Any(night => night.RoomTypeId == line.RoomTypeId && night.Night == line.Night)).ToList()) Agree(gone, 0, free);
        foreach (var night in nights)
        {
            var line = Of(night.RoomTypeId, night.Night) ?? Open(night.RoomTypeId, night.Night, night.Occupancy, night.Rate.Currency);
            if (line.Rate != night.Rate || line.RateReason.Length == 0) line.PriceAt(night.Rate, night.Steps);
            line.Occupancy = night.Occupancy;
            Agree(line, night.Rooms, free);
        }

        _nights.RemoveAll(line => line.IsEmpty);
        IsContracted = true;
        if (CutOffOn < today && Status == BlockStatus.Open) CutOffOn = null; // signed after it: the clock does not take away at once what was just signed
        Version++;
    }

    /// <summary>The booking is definite: what its contract names is kept.</summary>
    public void KeepAgreed()
    {
        if (Status == BlockStatus.Open)
            foreach (var line in _nights) line.Held = Math.Max(line.Held, line.Agreed);
        Version++;
    }

    /// <summary>Client and hotel agree on fewer rooms: attrition no longer counts them.</summary>
    /// <param name="on">The day on which it was agreed.</param>
    /// <exception cref="HouseRuleException">More than there are, rooms that are taken, a day to come, or no reason.</exception>
    public void Reduce(RoomType type, LocalDate night, int rooms, LocalDate on, string? reason, LocalDate today)
    {
        Require(reason);
        if (on > today) throw new HouseRuleException("A reduction is agreed today or was agreed before. Choose such a day.") { Field = "On" };
        var line = Of(type.Id, night) ?? throw NotInBlock(type.Name, night);
        if (rooms < 1 || rooms > line.Agreed) throw new HouseRuleException($"{type.Name} on {night}: between 1 and {line.Agreed} rooms can be taken off.") { Field = "Rooms" };
        if (line.Agreed - rooms < line.PickedUp) throw new HouseRuleException($"{type.Name} on {night}: {line.PickedUp} rooms are taken already. Take off {line.Agreed - line.PickedUp} at most.") { Field = "Rooms" };
        line.Reduced += rooms;
        line.Held = Math.Max(line.PickedUp, line.Held - rooms);
        _reductions.Add(new(type.Id, night, rooms, on, reason!.Trim()));
        Version++;
    }

    /// <summary>Gives the unsold rooms back to the house, once.</summary>
    /// <returns>How many room nights.</returns>
    /// <exception cref="HouseRuleException">It was done.</exception>
    public int Release(LocalDate today)
    {
        if (Status == BlockStatus.Released) throw new HouseRuleException($"The unsold rooms went back to the house on {ReleasedOn!.Value}.");
        var given = _nights.Sum(line => line.Unsold);
        foreach (var line in _nights) (line.Held, line.Asked) = (line.PickedUp, null);
        (Status, ReleasedOn) = (BlockStatus.Released, today);
        Version++;
        return given;
    }

    /// <summary>Takes the rooms that went back once more, until a later cut-off.</summary>
    /// <param name="free">Rooms of a type in a night that the house has without this block.</param>
    /// <param name="name">What a type is called.</param>
    /// <exception cref="HouseRuleException">They were not given back, the house has not so many any more, the day is over or after the arrival, or there is no reason.</exception>
    public void TakeBack(LocalDate cutOff, string? reason, LocalDate today, Func<int, LocalDate, int> free, Func<int, string> name)
    {
        if (Status != BlockStatus.Released) throw new HouseRuleException("The rooms are still kept. Choose another cut-off instead.");
        RefuseCutOff(cutOff, today);
        Require(reason);
        foreach (var line in _nights.Where(line => line.Agreed > line.Held))
            if (free(line.RoomTypeId, line.Night) is var rooms && rooms < line.Agreed)
                throw new HouseRuleException($"{name(line.RoomTypeId)} on {line.Night}: the block had {line.Agreed}, {Math.Max(0, rooms)} are free now. Keep single nights instead.");
        (Status, ReleasedOn, CutOffOn, IsCutOffChosen) = (BlockStatus.Open, null, cutOff, true);
        KeepAgreed();
    }

    /// <summary>Gives a night its rate: the one of the agreements, or another one with a reason.</summary>
    /// <param name="offered">What the agreements or BAR give, with their steps; no amount when nobody can tell.</param>
    /// <param name="typed">What somebody typed over it.</param>
    /// <exception cref="HouseRuleException">There is no rate, it is out of bounds, or another one has no reason.</exception>
    public void Price(BlockNight line, RateAnswer offered, decimal? typed, string? reason, Currency currency)
    {
        Version++;
        if (typed is not { } own || offered.Amount?.Amount == own)
        {
            var given = offered.Amount ?? throw new HouseRuleException($"{offered.Unavailable!} Type a rate, and why.") { Field = "Rate" };
            line.PriceAt(given, offered.Steps);
            return;
        }

        if (own is < 0 or > 100_000) throw new HouseRuleException("A rate is between 0 and 100,000.") { Field = "Rate" };
        if (string.IsNullOrWhiteSpace(reason)) throw new HouseRuleException("Say why it is another rate: the reason stays with the night.") { Field = "RateReason" };
        if (reason.Length > 200) throw new HouseRuleException("The reason has 200 characters at most.") { Field = "RateReason" };
        line.PriceAt(Money.Of(own, currency), [.. offered.Steps, new($"Typed over: {reason.Trim()}", own)], reason.Trim());
    }

    public BlockNight? Of(int roomTypeId, LocalDate night) => _nights.Find(line => line.RoomTypeId == roomTypeId && line.Night == night);

    private BlockNight Open(int roomTypeId, LocalDate night, Occupancy occupancy, Currency? currency)
    {
        var line = new BlockNight(roomTypeId, night, occupancy, currency ?? Currency.Eur);
        _nights.Add(line);
        return line;
    }

    private void Take(BlockNight line, int rooms, bool isForced)
    {
        if (!IsContracted && Status == BlockStatus.Open) line.Contracted = rooms + line.Reduced; // what the cut-off left is no contract
        (line.Held, line.Asked) = (rooms, null);
        if (isForced) line.ForcedUpTo = rooms;
    }

    private void Agree(BlockNight line, int rooms, Func<int, LocalDate, int> free)
    {
        var wanted = Math.Max(line.PickedUp, IsContracted ? line.Held + rooms - line.Agreed : rooms);
        (line.Contracted, line.Reduced, line.Asked) = (rooms, 0, null);
        if (wanted <= line.Held || wanted <= Math.Max(free(line.RoomTypeId, line.Night), line.ForcedUpTo)) line.Held = wanted;
    }

    private static HouseRuleException NotInBlock(string type, LocalDate night) => new($"The block has no {type} on {night}.");
}
