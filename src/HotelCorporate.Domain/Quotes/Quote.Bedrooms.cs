using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Rooms;

namespace HotelCorporate.Domain.Quotes;

/// <content>The bedrooms of a version.</content>
public sealed partial class Quote
{
    /// <summary>Its bedrooms, one for each type and night: lines of the same are one; at several rates it is their average.</summary>
    public IReadOnlyList<ContractedNight> Bedrooms() =>
        [.. _lines.Where(line => line.RoomTypeId is not null).GroupBy(line => (Type: line.RoomTypeId!.Value, line.On)).Select(lines => Together([.. lines]))];

    /// <summary>What bedrooms that stay unused cost, in words, with what it comes to for these; empty without bedrooms.</summary>
    public IReadOnlyList<Sentence> UnusedBedrooms() => BlockTerms.Parse(BedroomTerms) is { } terms
        ? terms.InWords([.. Bedrooms().Select(night => new BlockUse(night.Rooms, 0, night.Rate))], Currency)
        : [];

    private static ContractedNight Together(List<QuoteLine> lines)
    {
        var most = lines.MaxBy(line => line.Quantity)!;
        var rooms = lines.Sum(line => line.Quantity);
        var rate = Money.Of(lines.Sum(line => line.Unit.Amount * line.Quantity) / rooms, most.Amount.Currency);
        List<PriceStep> steps = lines.Count == 1 ? [.. most.Steps] : [.. lines.Select(line => new PriceStep($"{line.Description}: {line.Quantity} rooms", line.Unit.Amount)), new("Average of these rooms", rate.Amount)];
        return new(most.RoomTypeId!.Value, most.On, most.Occupancy ?? Occupancy.Single, (int)rooms, rate, steps);
    }
}
