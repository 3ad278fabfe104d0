using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Bookings;

/// <summary>Which part of the contracted revenue the cancellation rate is taken of, by revenue class; classes not named count wholly. Net, before service and tax.</summary>
public static class CancellationBase
{
    public static Money Of(IEnumerable<(RevenueClass Class, Money Net)> contracted, IReadOnlyDictionary<RevenueClass, decimal> shares, Currency currency) =>
        contracted.GroupBy(line => line.Class)
            .Sum(currency, group => group.Sum(currency, line => line.Net) * shares.GetValueOrDefault(group.Key, 1m));
}
