using System.Globalization;
using HotelCorporate.Domain.Amounts;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Domain.Invoices;

/// <summary>What makes a part of the deposit due.</summary>
public enum DepositTrigger
{
    AtSigning,
    AfterSigning,
    BeforeFirstDay,
    OnDate,
}

/// <summary>One part of a deposit schedule: when, and a share of the price or an amount.</summary>
/// <param name="Days">After signing, or before the first day.</param>
/// <param name="Share">A fraction of the all-in price; none for an amount.</param>
public sealed record DepositTerm(DepositTrigger Trigger, int Days, LocalDate? On, decimal? Share, decimal? Amount)
{
    /// <summary>A part that falls before the signing is due at it.</summary>
    public LocalDate DueOn(LocalDate signedOn, LocalDate firstDay) => Trigger switch
    {
        DepositTrigger.AtSigning => signedOn,
        DepositTrigger.AfterSigning => signedOn.PlusDays(Days),
        DepositTrigger.BeforeFirstDay => LocalDate.Max(signedOn, firstDay.PlusDays(-Days)),
        _ => LocalDate.Max(signedOn, On!.Value),
    };

    /// <summary>The form that <see cref="DepositSchedule.Parse"/> reads: "50% 30 days before".</summary>
    public override string ToString()
    {
        var what = Share is { } share
            ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.####}%")
            : string.Create(CultureInfo.InvariantCulture, $"{Amount:0.####}");
        return Trigger switch
        {
            DepositTrigger.AtSigning => $"{what} at signing",
            DepositTrigger.AfterSigning => string.Create(CultureInfo.InvariantCulture, $"{what} {Days} days after signing"),
            DepositTrigger.BeforeFirstDay => string.Create(CultureInfo.InvariantCulture, $"{what} {Days} days before"),
            _ => $"{what} on {LocalDatePattern.Iso.Format(On!.Value)}",
        };
    }
}

/// <summary>One part with its day and its amount as things stand.</summary>
/// <param name="IsFixed">It was issued or waived: its amount does not move any more.</param>
public sealed record DepositDue(int Position, DepositTerm Term, LocalDate DueOn, Money Amount, bool IsFixed);
