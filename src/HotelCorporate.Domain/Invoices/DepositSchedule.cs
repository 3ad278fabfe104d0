using System.Globalization;
using System.Text.RegularExpressions;
using HotelCorporate.Domain.Amounts;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Domain.Invoices;

/// <summary>What a client pays before the event: "25% at signing; 50% 30 days before; 25% 7 days before".</summary>
public sealed partial record DepositSchedule
{
    private DepositSchedule(IReadOnlyList<DepositTerm> terms) => Terms = terms;

    public static DepositSchedule None { get; } = new([]);

    public IReadOnlyList<DepositTerm> Terms { get; }

    /// <exception cref="HouseRuleException">A part is not understood, or the shares are over 100 %.</exception>
    public static DepositSchedule Parse(string text)
    {
        var terms = text.Split(';', '\n').Select(part => part.Trim()).Where(part => part.Length > 0).Select(Term).ToList();
        if (terms.Count > 10) throw new HouseRuleException("A deposit has ten parts at most.");
        if (terms.Sum(term => term.Share ?? 0) > 1) throw new HouseRuleException("The shares of the deposit are over 100 %. Lower one of them.");
        return new(terms);
    }

    /// <summary>Each part with its amount: an amount is due as it is; the next share = cumulative share x price now - earlier parts, never below 0.</summary>
    /// <param name="price">All in, as it is now.</param>
    /// <param name="fixedAt">What parts that were issued or waived came to; none for those still open.</param>
    public IReadOnlyList<DepositDue> Parts(Money price, LocalDate signedOn, LocalDate firstDay, IReadOnlyDictionary<int, Money> fixedAt)
    {
        var (earlier, cumulative) = (Money.Zero(price.Currency), 0m);
        var parts = new List<DepositDue>();
        foreach (var term in Terms)
        {
            var position = parts.Count + 1;
            cumulative += term.Share ?? 0;
            var isFixed = fixedAt.TryGetValue(position, out var amount);
            if (!isFixed) amount = term.Amount is { } set ? Money.Of(set, price.Currency) : AtLeastZero(price * cumulative - earlier);
            earlier += amount;
            parts.Add(new(position, term, term.DueOn(signedOn, firstDay), amount, isFixed));
        }

        return parts;
    }

    public bool Equals(DepositSchedule? other) => other is not null && Terms.SequenceEqual(other.Terms);

    public override int GetHashCode() => Terms.Count;

    public override string ToString() => string.Join("; ", Terms);

    private static Money AtLeastZero(Money amount) => amount.IsNegative ? Money.Zero(amount.Currency) : amount;

    private static DepositTerm Term(string text)
    {
        var match = Part().Match(text);
        var value = match.Success && decimal.TryParse(match.Groups["value"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (value is <= 0 or > 100_000_000 || (match.Groups["percent"].Success && value > 100)) throw NotUnderstood(text);
        decimal? share = match.Groups["percent"].Success ? value / 100 : null;
        decimal? amount = share is null ? value : null;
        if (match.Groups["sign"].Success) return new(DepositTrigger.AtSigning, 0, null, share, amount);
        if (match.Groups["date"].Success)
        {
            var day = LocalDatePattern.Iso.Parse(match.Groups["date"].Value);
            return day.Success ? new(DepositTrigger.OnDate, 0, day.Value, share, amount) : throw NotUnderstood(text);
        }

        var days = int.Parse(match.Groups["days"].ValueSpan, CultureInfo.InvariantCulture);
        return new(match.Groups["after"].Success ? DepositTrigger.AfterSigning : DepositTrigger.BeforeFirstDay, days, null, share, amount);
    }

    private static HouseRuleException NotUnderstood(string text) =>
        new($"\"{(text.Length > 60 ? text[..60] : text)}\" is not understood. Write \"25% at signing\", \"25% 7 days after signing\", \"50% 30 days before\" or \"1000 on 2027-03-01\", one per line.");

    [GeneratedRegex(@"^(?<value>\d{1,9}(\.\d{1,4})?)\s*(?<percent>%)?\s+((?<sign>at signing)|(?<days>\d{1,4}) days? ((?<after>after signing)|before)|on (?<date>\d{4}-\d\d-\d\d))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Part();
}
