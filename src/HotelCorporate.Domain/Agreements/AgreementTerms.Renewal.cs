using System.Globalization;
using System.Text;
using NodaTime;

namespace HotelCorporate.Domain.Agreements;

public sealed partial record AgreementTerms
{
    /// <summary>The same terms for the time after: it begins the day after the last night and runs as long. Seasons and months move with it and still cover it; blackouts of the past fall away.</summary>
    public AgreementTerms Renewed()
    {
        var months = Period.Between(ValidFrom, ValidTo.PlusDays(1), PeriodUnits.Months).Months;
        var from = ValidTo.PlusDays(1);
        var isOfMonths = months > 0 && ValidFrom.PlusMonths(months) == from;
        var days = Period.DaysBetween(ValidFrom, from);
        LocalDate Later(LocalDate day) => isOfMonths ? day.PlusMonths(months) : day.PlusDays(days);

        var to = isOfMonths ? from.PlusMonths(months).PlusDays(-1) : from.PlusDays(days - 1);
        var sorted = Seasons.OrderBy(season => season.From).ToList();
        var seasons = sorted.Select((season, i) => season with
        {
            From = i == 0 ? from : Later(season.From), To = i == sorted.Count - 1 ? to : Later(sorted[i + 1].From).PlusDays(-1),
        }).ToList();
        return this with
        {
            ValidFrom = from, ValidTo = to, Seasons = seasons, Blackouts = [],
            CommittedByMonth = isOfMonths ? [.. CommittedByMonth.Select(month => new YearMonth(month.Year, month.Month).PlusMonths(months)).Zip(CommittedByMonth, (moved, month) => month with { Year = moved.Year, Month = moved.Month })] : [],
        };
    }

    /// <summary>All of it in one text that is the same in every culture and on every machine: what a seal is made of.</summary>
    internal string Canonical()
    {
        var text = new StringBuilder();
        Add(string.Join(',', PropertyIds), ValidFrom, ValidTo, RateCode, CurrencyCode, TaxMode, string.Join(',', Weekdays), MinimumStay, MaximumStay, LastRoomAvailability, LowerOfBar, TierBasis, TierEffect);
        foreach (var season in Seasons) Add(season.Name, season.From, season.To);
        foreach (var rate in Rates) Add(rate.Season, rate.RoomTypeId, rate.Occupancy, rate.Amount, rate.OffBar, rate.Ceiling, string.Join(';', (rate.TierAmounts ?? []).Select(column => Text(column))));
        foreach (var blackout in Blackouts) Add(blackout.Name, blackout.From, blackout.To, blackout.Rate);
        foreach (var tier in Tiers) Add(tier.MinimumNights, tier.Off);
        foreach (var inclusion in Inclusions) Add(inclusion.Name, inclusion.Fee);
        foreach (var package in Packages) Add(package.PackageId, package.Price, package.Off, string.Join(';', package.TakenOut ?? []));
        foreach (var month in CommittedByMonth) Add(month.Year, month.Month, month.Nights);
        Add(HireOff, FoodAndBeverageOff, Commission, PaymentDays, Cancellation, Deposits, AttritionAllowance, Referral, CommittedNights, CommittedRevenue);
        return text.ToString();

        void Add(params object?[] parts) => text.AppendJoin('|', parts.Select(Text)).Append('\n');

        static string Text(object? part) => part switch
        {
            null => "",
            decimal number => number.ToString("0.######", CultureInfo.InvariantCulture),
            LocalDate day => NodaTime.Text.LocalDatePattern.Iso.Format(day),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => part.ToString() ?? "",
        };
    }
}
