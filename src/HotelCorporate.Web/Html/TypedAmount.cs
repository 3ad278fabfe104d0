using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Web.Html;

/// <summary>An amount as it was typed. What is far off a rule refuses; this only keeps it within what an amount can hold.</summary>
public static class TypedAmount
{
    private const decimal Most = 10_000_000;

    public static Money? Of(decimal? amount, Currency currency) => amount is { } typed ? Money.Of(Bounded(typed), currency) : null;

    public static decimal Bounded(decimal amount) => Math.Clamp(amount, -Most, Most);
}
