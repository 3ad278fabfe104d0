using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Agreements;

/// <summary>Which agreements speak for a night, and which of them comes first (domain section 5, step 1). Pure.</summary>
public static class AgreementRank
{
    /// <summary>Those in force on the night, the one that is asked first in front: the account's own before its parent's, fewer hotels before more, the later acceptance first.</summary>
    /// <param name="accounts">The account, then its parent, the parent's parent and so on.</param>
    public static IReadOnlyList<Agreement> InForce(IReadOnlyList<int> accounts, int propertyId, LocalDate night, Currency currency, IEnumerable<Agreement> agreements)
    {
        var known = agreements as IReadOnlyCollection<Agreement> ?? [.. agreements];
        var inForce = new List<Agreement>();
        foreach (var agreement in known)
        {
            if (agreement.IsInForce(night) && Distance(accounts, agreement) >= 0 && agreement.Terms.PropertyIds.Contains(propertyId)
                && agreement.Terms.CurrencyCode == currency.Code && !GivesWay(agreement, night, known)) inForce.Add(agreement);
        }

        inForce.Sort((a, b) => Compare(a, b, accounts));
        return inForce;
    }

    /// <summary>Why the first is asked before the second.</summary>
    public static Sentence WhyBefore(Agreement first, Agreement second, IReadOnlyList<int> accounts)
    {
        if (Distance(accounts, first) != Distance(accounts, second)) return "the company's own agreement comes before its parent's";
        if (first.Terms.PropertyIds.Count != second.Terms.PropertyIds.Count) return "an agreement for fewer hotels comes before one for more";
        return "the one that was accepted later comes first";
    }

    /// <summary>Whether two agreements can both be in force on a night in one hotel: the days on which they meet, both ends in; null when they never do.</summary>
    public static (LocalDate From, LocalDate To)? Meet(AgreementTerms a, AgreementTerms b)
    {
        if (!a.PropertyIds.Intersect(b.PropertyIds).Any()) return null;
        var (from, to) = (LocalDate.Max(a.ValidFrom, b.ValidFrom), LocalDate.Min(a.ValidTo, b.ValidTo));
        return from <= to ? (from, to) : null;
    }

    /// <summary>Below zero when the first is asked before the second.</summary>
    public static int Compare(Agreement a, Agreement b, IReadOnlyList<int> accounts)
    {
        var order = Distance(accounts, a).CompareTo(Distance(accounts, b));
        if (order == 0) order = a.Terms.PropertyIds.Count.CompareTo(b.Terms.PropertyIds.Count);
        if (order == 0) order = Nullable.Compare(b.AcceptedAt, a.AcceptedAt);
        return order == 0 ? b.Id.CompareTo(a.Id) : order;
    }

    /// <summary>The older version of an agreement gives way on every night of the newer one's term: what the newer one left out is not sold by the older.</summary>
    private static bool GivesWay(Agreement agreement, LocalDate night, IReadOnlyCollection<Agreement> agreements)
    {
        foreach (var next in agreements)
            if (next.ReplacesId == agreement.Id && next.AcceptedAt is not null && night >= next.Terms.ValidFrom && night <= next.Terms.ValidTo) return true;
        return false;
    }

    private static int Distance(IReadOnlyList<int> accounts, Agreement agreement)
    {
        for (var i = 0; i < accounts.Count; i++)
            if (accounts[i] == agreement.AccountId) return i;
        return -1;
    }
}
