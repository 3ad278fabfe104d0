namespace HotelCorporate.Domain.Amounts;

/// <summary>Sums of amounts.</summary>
public static class MoneySums
{
    /// <summary>The sum; zero in the given currency when there are none.</summary>
    public static Money Sum(this IEnumerable<Money> amounts, Currency currency) =>
        amounts.Aggregate(Money.Zero(currency), (sum, amount) => sum + amount);

    public static Money Sum<T>(this IEnumerable<T> items, Currency currency, Func<T, Money> amount) =>
        items.Select(amount).Sum(currency);
}
