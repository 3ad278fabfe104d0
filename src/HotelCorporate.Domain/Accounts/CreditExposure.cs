using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Accounts;

/// <summary>What a company would owe if all went as agreed (domain section 4), with its parts. One currency.</summary>
/// <param name="Receivables">What issued documents still ask for; requests for deposits are not counted, since the value is.</param>
/// <param name="Actuals">Events that have taken place or run, by who came, as far as no final invoice was issued.</param>
/// <param name="Definite">Contracts of definite bookings that no final invoice was issued for.</param>
/// <param name="Held">Payments for these events that the house holds.</param>
public sealed record CreditExposure(Money Receivables, Money Actuals, Money Definite, Money Held)
{
    public Currency Currency => Receivables.Currency;

    public Money Total => Receivables + Actuals + Definite - Held;

    public static CreditExposure Nothing(Currency currency) => new(Money.Zero(currency), Money.Zero(currency), Money.Zero(currency), Money.Zero(currency));

    public static CreditExposure operator +(CreditExposure a, CreditExposure b) => new(a.Receivables + b.Receivables, a.Actuals + b.Actuals, a.Definite + b.Definite, a.Held + b.Held);

    public static CreditExposure Add(CreditExposure left, CreditExposure right) => left + right;
}
