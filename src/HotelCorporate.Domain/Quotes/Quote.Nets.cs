using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Quotes;

/// <content>What it is worth to the forecast.</content>
public sealed partial class Quote
{
    private readonly List<QuoteNet> _nets = [];

    /// <summary>What its lines come to by month and revenue class, before service and tax.</summary>
    public IReadOnlyList<QuoteNet> Nets => _nets;

    /// <summary><see cref="Nets"/> worked out anew from the lines.</summary>
    public IReadOnlyList<QuoteNet> NetsOfLines()
    {
        var lines = _lines.OrderBy(line => line.Position).ToList();
        return
        [
            .. lines.Zip(LineNets.Of(TaxMode, Currency, [.. lines.Select(line => line.ToSum())]))
                .GroupBy(line => (Month: new LocalDate(line.First.On.Year, line.First.On.Month, 1), line.First.RevenueClass))
                .OrderBy(group => group.Key.Month).ThenBy(group => group.Key.RevenueClass)
                .Select(group => new QuoteNet(group.Key.Month, group.Key.RevenueClass, group.Sum(Currency, line => line.Second), (int)group.Where(line => line.First.RoomTypeId is not null).Sum(line => line.First.Quantity))),
        ];
    }

    /// <summary>Keeps <see cref="Nets"/> as the lines have it; both must have been read.</summary>
    /// <returns>Whether it was another before.</returns>
    public bool KeepNets()
    {
        var own = NetsOfLines();
        if (Known(own).SequenceEqual(Known(_nets))) return false;
        _nets.Clear();
        _nets.AddRange(own);
        return true;

        static IEnumerable<(LocalDate, RevenueClass, long, int)> Known(IEnumerable<QuoteNet> nets) =>
            nets.OrderBy(net => net.Month).ThenBy(net => net.RevenueClass).Select(net => (net.Month, net.RevenueClass, net.MinorUnits, net.RoomNights));
    }
}
