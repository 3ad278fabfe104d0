using System.Globalization;
using HotelCorporate.Domain.Amounts;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Domain.Invoices;

/// <summary>What makes a part of the deposit due.</summary>
public enum DepositTrigger
{
    AtSigning,
    DaysAfterSigning,
    DaysBeforeFirstDay,
    OnDate,
}

/// <summary>One part of the deposit: when it is due, and a fraction of the all-in price or a fixed amount.</summary>
/// <param name="Days">Of the two triggers that count days.</param>
/// <param name="On">Of the trigger that names a date.</param>
/// <param name="Rate">A fraction: 0.25 is 25 %; none when the amount is fixed.</param>
/// <param name="Amount">In the currency of the contract; none when a rate is given.</param>
public sealed record DepositPart(DepositTrigger Trigger, int Days = 0, LocalDate? On = null, decimal? Rate = null, decimal? Amount = null)
{
    public LocalDate DueOn(LocalDate signedOn, LocalDate firstDay) => Trigger switch
    {
        DepositTrigger.AtSigning => signedOn,
        DepositTrigger.DaysAfterSigning => signedOn.PlusDays(Days),
        DepositTrigger.DaysBeforeFirstDay => LocalDate.Max(signedOn, firstDay.PlusDays(-Days)),
        _ => On!.Value,
    };

    public override string ToString() => When() + " " + (Rate is { } rate
        ? string.Create(CultureInfo.InvariantCulture, $"{rate * 100:0.####} %")
        : Amount!.Value.ToString("0.######", CultureInfo.InvariantCulture));

    private string When() => Trigger switch
    {
        DepositTrigger.AtSigning => "signing",
        DepositTrigger.DaysAfterSigning => $"signing+{Days}",
        DepositTrigger.DaysBeforeFirstDay => $"start-{Days}",
        _ => LocalDatePattern.Iso.Format(On!.Value),
    };
}

/// <summary>The parts of a contract's deposit, in the order in which they are asked for.</summary>
/// <remarks>
/// A fixed amount is due as it is; a part in percent is the cumulative percent of the price now less all earlier parts that were
/// issued, paid or not, never below nothing (domain section 12): 25/50/25 of 10,000, first 2,500 issued, price now 12,000: 6,500, then 3,000.
/// </remarks>
public sealed class DepositSchedule
{
    private DepositSchedule(IReadOnlyList<DepositPart> parts) => Parts = parts;

    public static DepositSchedule None { get; } = new([]);

    public IReadOnlyList<DepositPart> Parts { get; }

    /// <exception cref="HouseRuleException">Over 100 %, a negative part, or a part that is neither percent nor amount.</exception>
    public static DepositSchedule Of(IEnumerable<DepositPart> parts)
    {
        List<DepositPart> all = [.. parts];
        foreach (var part in all)
        {
            if (part.Rate is null == part.Amount is null) throw new HouseRuleException("A part of the deposit is a percentage or an amount: give one of them.");
            if (part.Rate is < 0 or > 1 || part.Amount is < 0) throw new HouseRuleException("A part of the deposit is not below zero, and 100 % at most.");
            if (part.Days is < 0 or > 3650) throw new HouseRuleException("Days are counted from 0 to 3,650.");
            if (part.Trigger == DepositTrigger.OnDate && part.On is null) throw new HouseRuleException("Say the date on which the part is due.");
        }

        if (all.Sum(part => part.Rate ?? 0) > 1) throw new HouseRuleException("The parts of the deposit are more than 100 %.");
        return new(all);
    }

    /// <summary>Reads what <see cref="ToString"/> writes: "signing 25 %; start-30 50 %; 2027-03-01 500".</summary>
    public static DepositSchedule Parse(string text) =>
        Of(text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Part));

    /// <summary>What each part comes to at the price now.</summary>
    /// <param name="issued">The amounts of the parts that were already asked for, in order.</param>
    public IReadOnlyList<Money> Amounts(Money price, IReadOnlyList<Money> issued)
    {
        var amounts = new List<Money>();
        var (cumulative, earlier) = (0m, Money.Zero(price.Currency));
        for (var i = 0; i < Parts.Count; i++)
        {
            var part = Parts[i];
            cumulative += part.Rate ?? 0;
            var amount = i < issued.Count ? issued[i] : part.Amount is { } fixedAmount ? Money.Of(fixedAmount, price.Currency) : price * cumulative - earlier;
            if (amount.IsNegative) amount = Money.Zero(price.Currency);
            earlier += amount;
            amounts.Add(amount);
        }

        return amounts;
    }

    public override string ToString() => string.Join("; ", Parts);

    private static DepositPart Part(string text)
    {
        var pieces = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isRate = pieces.Length == 3 && pieces[2] == "%";
        if ((pieces.Length != 2 && !isRate) || !decimal.TryParse(pieces[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure))
            throw new HouseRuleException($"\"{text}\" is not a part of a deposit. Write when and how much, like signing 25 % or start-30 50 %.");
        var when = pieces[0];
        decimal? rate = isRate ? figure / 100 : null;
        decimal? amount = isRate ? null : figure;
        if (when == "signing") return new(DepositTrigger.AtSigning, Rate: rate, Amount: amount);
        if (when.StartsWith("signing+", StringComparison.Ordinal)) return new(DepositTrigger.DaysAfterSigning, Days(when[8..], text), Rate: rate, Amount: amount);
        if (when.StartsWith("start-", StringComparison.Ordinal)) return new(DepositTrigger.DaysBeforeFirstDay, Days(when[6..], text), Rate: rate, Amount: amount);
        return LocalDatePattern.Iso.Parse(when).TryGetValue(default, out var date)
            ? new(DepositTrigger.OnDate, On: date, Rate: rate, Amount: amount)
            : throw new HouseRuleException($"\"{text}\" does not say when it is due. Write signing, signing+7, start-30 or a date.");
    }

    private static int Days(string digits, string text) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
        ? days
        : throw new HouseRuleException($"\"{text}\" does not say how many days.");
}
