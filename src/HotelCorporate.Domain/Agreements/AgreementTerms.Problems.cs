using System.Globalization;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using NodaTime;

namespace HotelCorporate.Domain.Agreements;

/// <summary>A term that cannot stand: which, and why.</summary>
/// <param name="Field">As the terms name it: ValidTo, Seasons[1].From, Rates[3], Rates[3].TierAmounts[0].</param>
public sealed record TermProblem(string Field, Sentence Why);

public sealed partial record AgreementTerms
{
    private const decimal HighestRate = 100_000;

    /// <summary>All that cannot stand, each with its field; empty when the terms are sound.</summary>
    public IReadOnlyList<TermProblem> Problems()
    {
        var found = new List<TermProblem>();
        if (ValidTo < ValidFrom) Add(nameof(ValidTo), "The agreement ends before it begins. Give a later last day.");
        else if (Period.Between(ValidFrom, ValidTo, PeriodUnits.Years).Years >= 5) Add(nameof(ValidTo), "An agreement runs for five years at most. Give an earlier last day.");
        if (PropertyIds.Count == 0) Add(nameof(PropertyIds), "Say in which hotel the agreement holds.");
        if (MinimumStay < 1) Add(nameof(MinimumStay), "The shortest stay is a night.");
        if (MaximumStay < MinimumStay) Add(nameof(MaximumStay), "The longest stay is not below the shortest.");
        if (PaymentDays is < 0 or > 365) Add(nameof(PaymentDays), "Invoices are due within 0 to 365 days.");
        foreach (var (field, fraction) in new[] { (nameof(HireOff), HireOff), (nameof(FoodAndBeverageOff), FoodAndBeverageOff), (nameof(AttritionAllowance), AttritionAllowance), (nameof(Commission), Commission) })
            if (!IsFraction(fraction)) Add(field, "A percentage is between 0 and 100, with two decimals at most.");
        if (CommittedNights is < 0 or > 1_000_000) Add(nameof(CommittedNights), "The committed nights are not below zero, and not over a million.");
        if (CommittedRevenue is < 0 or > 1_000_000_000) Add(nameof(CommittedRevenue), "The committed revenue is not below zero, and not over a thousand million.");
        if (Referral.Length > LongestClause) Add(nameof(Referral), $"This clause has {LongestClause} characters at most.");
        Refused(nameof(Cancellation), () => CancellationLadder.Parse(Cancellation));
        Refused(nameof(Deposits), () => DepositSchedule.Parse(Deposits));
        if (ValidTo >= ValidFrom) found.AddRange(SeasonProblems());
        found.AddRange(BlackoutProblems());
        found.AddRange(TierProblems());
        for (var i = 0; i < Rates.Count; i++) found.AddRange(RateProblems(Rates[i], At(nameof(Rates), i)));
        for (var i = 0; i < Packages.Count; i++)
        {
            if (Packages[i].Price is <= 0 or > 1_000_000) Add(At(nameof(Packages), i, "Price"), "A package price is above 0 and not over 1,000,000.");
            if (!IsFraction(Packages[i].Off)) Add(At(nameof(Packages), i, "Off"), "A percentage is between 0 and 100, with two decimals at most.");
        }

        for (var i = 0; i < Inclusions.Count; i++)
        {
            if (Inclusions[i].Name.Length is 0 or > 80) Add(At(nameof(Inclusions), i, "Name"), "Name it in 80 characters at most.");
            if (Inclusions[i].Fee is <= 0 or > HighestRate) Add(At(nameof(Inclusions), i, "Fee"), "A fee is above 0 and not over 100,000; what is included has none.");
        }

        var months = CommittedByMonth.Sum(month => (long)month.Nights);
        for (var i = 0; i < CommittedByMonth.Count; i++)
            if (CommittedByMonth[i].Nights is < 0 or > 100_000) Add(At(nameof(CommittedByMonth), i), "The nights of a month are not below zero, and not over 100,000.");
        if (months > 0 && months != CommittedNights) Add(nameof(CommittedNights), $"The months add up to {months} nights. Promise as many for the term.");
        return found;

        void Add(string field, Sentence why) => found.Add(new(field, why));

        void Refused(string field, Action read)
        {
            try
            {
                read();
            }
            catch (HouseRuleException refusal)
            {
                Add(field, refusal.Sentence);
            }
        }
    }

    /// <summary>They cover the term and never overlap: each hole and each overlap is named with its days, at the season that makes it.</summary>
    private IEnumerable<TermProblem> SeasonProblems()
    {
        if (Seasons.Count == 0 && Rates.Count > 0) yield return new(nameof(Seasons), "Rates belong to a season: give at least one that covers the term.");
        if (Seasons.Count == 0) yield break;
        var sorted = Seasons.Select((season, i) => (Season: season, Field: At(nameof(Seasons), i))).OrderBy(entry => entry.Season.From).ToList();
        var next = ValidFrom;
        foreach (var (season, field) in sorted)
        {
            if (season.Name.Length is 0 or > 40) yield return new(field + ".Name", "Name the season in 40 characters at most.");
            if (season.To < season.From)
            {
                yield return new(field + ".To", $"The season ends on {season.To}, before it begins. Give a later last night.");
                continue;
            }

            if (season.From < ValidFrom) yield return new(field + ".From", $"The season begins before the agreement, which begins on {ValidFrom}.");
            else if (season.From > next) yield return new(field + ".From", $"No season covers the nights from {next} to {season.From.PlusDays(-1)}. Close the hole.");
            else if (season.From < next) yield return new(field + ".From", $"Two seasons cover the nights from {season.From} to {LocalDate.Min(season.To, next.PlusDays(-1))}. Let one end before the other begins.");
            if (season.To > ValidTo) yield return new(field + ".To", $"The season ends after the agreement, which ends on {ValidTo}.");
            next = LocalDate.Max(next, season.To.PlusDays(1));
        }

        if (next <= ValidTo) yield return new(sorted[^1].Field + ".To", $"No season covers the nights from {next} to {ValidTo}. Close the hole.");
    }

    private IEnumerable<TermProblem> BlackoutProblems()
    {
        for (var i = 0; i < Blackouts.Count; i++)
        {
            var (blackout, field) = (Blackouts[i], At(nameof(Blackouts), i));
            if (blackout.Name.Length is 0 or > 80) yield return new(field + ".Name", "Name the blackout in 80 characters at most.");
            if (blackout.To < blackout.From) yield return new(field + ".To", $"The blackout ends on {blackout.To}, before it begins. Give a later last night.");
            else if (blackout.From > ValidTo || blackout.To < ValidFrom) yield return new(field + ".From", "The blackout is outside of the agreement's term.");
            if (blackout.Rate is <= 0 or > HighestRate) yield return new(field + ".Rate", "A rate is above 0 and not over 100,000.");
            if (Blackouts.Take(i).FirstOrDefault(other => other.From <= blackout.To && blackout.From <= other.To) is { } other) yield return new(field + ".From", $"It overlaps with the blackout {Sentence.Typed(other.Name)}.");
        }
    }

    private IEnumerable<TermProblem> TierProblems()
    {
        for (var i = 0; i < Tiers.Count; i++)
        {
            var field = At(nameof(Tiers), i);
            if (Tiers[i].MinimumNights is < 1 or > 1_000_000) yield return new(field + ".MinimumNights", "A tier begins with a night at least, and a million at most.");
            else if (i > 0 && Tiers[i].MinimumNights <= Tiers[i - 1].MinimumNights) yield return new(field + ".MinimumNights", $"Each tier begins with more nights than the one before: more than {Tiers[i - 1].MinimumNights}.");
            if (!IsFraction(Tiers[i].Off) || Tiers[i].Off == 1) yield return new(field + ".Off", "A percentage is between 0 and 100, with two decimals at most.");
            else if (i > 0 && Tiers[i].Off < Tiers[i - 1].Off) yield return new(field + ".Off", $"A higher tier takes off no less than the one before: {Sentence.Percent(Tiers[i - 1].Off)} at least.");
        }
    }

    private IEnumerable<TermProblem> RateProblems(AgreedRate rate, string field)
    {
        if (rate.Amount is null == rate.OffBar is null) yield return new(field, "A rate is a fixed amount or a percentage off BAR: give one of them.");
        if (rate.Amount is { } amount && !IsRate(amount)) yield return new(field, $"A rate is above 0 and not over 100,000, with {Currency.Digits} decimals at most.");
        if (rate.OffBar is { } off && (!IsFraction(off) || off == 1)) yield return new(field, "A percentage off BAR is at least 0 and below 100, with two decimals at most.");
        if (rate.Ceiling is { } ceiling && !IsRate(ceiling)) yield return new(field, $"A ceiling is above 0 and not over 100,000, with {Currency.Digits} decimals at most.");
        if (!Seasons.Any(season => season.Name == rate.Season)) yield return new(field, $"There is no season called {Sentence.Typed(rate.Season)}.");
        var before = rate.Amount;
        for (var i = 0; i < Tiers.Count; i++)
        {
            var (column, tier) = (rate.TierAmounts?.ElementAtOrDefault(i), string.Create(CultureInfo.InvariantCulture, $"{field}.TierAmounts[{i}]"));
            if (column is { } own && !IsRate(own)) yield return new(tier, $"A rate is above 0 and not over 100,000, with {Currency.Digits} decimals at most.");
            if (column is not null && rate.OffBar is not null) yield return new(tier, "A rate off BAR has no amounts of its own for tiers. Give the tier a percentage.");
            var price = column ?? rate.Amount * (1 - Tiers[i].Off);
            if (price > before) yield return new(tier, $"A higher tier is no dearer than the one before: {before.Value} at most.");
            before = price;
        }
    }

    private bool IsRate(decimal amount) => amount is > 0 and <= HighestRate && decimal.Round(amount, Currency.Digits) == amount;

    private static bool IsFraction(decimal fraction) => fraction is >= 0 and <= 1 && decimal.Round(fraction, 4) == fraction;

    private static string At(string list, int i, string part = "") => string.Create(CultureInfo.InvariantCulture, $"{list}[{i}]") + (part.Length > 0 ? "." + part : "");
}
