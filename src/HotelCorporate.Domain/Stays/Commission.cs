using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Stays;

/// <summary>What a commission is earned on.</summary>
public enum CommissionSource
{
    /// <summary>Nights that were slept.</summary>
    Nights,

    /// <summary>Functions of an event whose final invoice is paid.</summary>
    Functions,

    /// <summary>A credit note on functions whose commission was earned.</summary>
    Credit,
}

/// <summary>One line of a commission statement.</summary>
/// <param name="On">The first night in the period, or the day on which the functions were paid.</param>
/// <param name="Nights">Room nights; 0 of functions.</param>
/// <param name="Base">What the commission is a fraction of.</param>
public sealed record CommissionLine(CommissionSource Source, string What, LocalDate On, int Nights, Money Base, decimal Fraction)
{
    /// <summary>Rounded once, for the line.</summary>
    public Money Earned => Base * Fraction;
}

/// <summary>Functions of an event that were paid, or credited again, without bedrooms.</summary>
/// <param name="EventOn">The day whose agreement speaks.</param>
public sealed record PaidFunctions(string What, LocalDate EventOn, LocalDate PaidOn, Money Net, bool IsCredit = false);

/// <summary>What an agency earned: on nights that were slept and on functions that were paid, never on what was cancelled (domain section 5). Pure.</summary>
public static class Commission
{
    /// <summary>The nights of a stay from one day to another, both in, each with the commission of the agency's agreement that is in force on it; a line for each agreement.</summary>
    /// <param name="lastSlept">The last night that is over: later ones may still be cancelled.</param>
    public static IEnumerable<CommissionLine> OfStay(string what, StayedNights stay, int agencyId, int propertyId, LocalDate from, LocalDate to, LocalDate lastSlept, IReadOnlyCollection<Agreement> agreements) =>
        from i in Enumerable.Range(0, stay.Nights)
        let night = stay.Arrival.PlusDays(i)
        where night >= @from && night <= to && night <= lastSlept
        let fraction = FractionOn(agencyId, propertyId, night, stay.Rate.Currency, agreements)
        where fraction > 0
        group night by fraction into nights
        select new CommissionLine(CommissionSource.Nights, what, nights.Min(), nights.Count() * stay.Rooms, stay.Rate * (nights.Count() * stay.Rooms), nights.Key);

    /// <summary>Functions count on the day on which the last of their money came.</summary>
    public static CommissionLine? OfFunctions(PaidFunctions paid, int agencyId, int propertyId, LocalDate from, LocalDate to, IReadOnlyCollection<Agreement> agreements)
    {
        if (paid.PaidOn < from || paid.PaidOn > to || paid.Net.IsZero) return null;
        var fraction = FractionOn(agencyId, propertyId, paid.EventOn, paid.Net.Currency, agreements);
        return fraction > 0 ? new(paid.IsCredit ? CommissionSource.Credit : CommissionSource.Functions, paid.What, paid.PaidOn, 0, paid.Net, fraction) : null;
    }

    private static decimal FractionOn(int agencyId, int propertyId, LocalDate day, Currency currency, IReadOnlyCollection<Agreement> agreements) =>
        AgreementRank.InForce([agencyId], propertyId, day, currency, agreements) is [var first, ..] ? first.Terms.Commission : 0;
}
