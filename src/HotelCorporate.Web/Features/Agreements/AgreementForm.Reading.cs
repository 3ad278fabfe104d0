using System.Globalization;
using System.Text.RegularExpressions;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using NodaTime;

namespace HotelCorporate.Web.Features.Agreements;

/// <summary>The terms that a form says, and what is wrong with it: each at its field.</summary>
/// <param name="Terms">None while a date is missing or a cell cannot be read.</param>
public sealed record ReadTerms(AgreementTerms? Terms, IReadOnlyList<TermProblem> Problems);

/// <summary>From what is typed to the terms.</summary>
public sealed partial class AgreementForm
{
    /// <param name="hotels">Those of the agreement that the person may see.</param>
    /// <param name="types">Their room types.</param>
    /// <param name="stands">The terms that are changed: what the person does not see of them stays.</param>
    public ReadTerms Read(IReadOnlyList<Property> hotels, IReadOnlyList<RoomType> types, AgreementTerms? stands, CultureInfo culture)
    {
        var problems = new List<TermProblem>();
        if (ValidFrom is null) problems.Add(new(nameof(ValidFrom), "Type the first night of the agreement."));
        if (ValidTo is null) problems.Add(new(nameof(ValidTo), "Type the last night of the agreement."));
        foreach (var hotel in hotels.Where(hotel => hotel.CurrencyCode != hotels[0].CurrencyCode))
            problems.Add(new(nameof(Hotels), $"{Sentence.Typed(hotel.Name)} prices in {hotel.CurrencyCode}, {Sentence.Typed(hotels[0].Name)} in {hotels[0].CurrencyCode}. An agreement has one currency."));
        var seasons = Rows(nameof(Seasons), Seasons, row => row.IsEmpty);
        var isWhole = seasons.Count == 0 || (Seasons is [{ From: null, To: null }] && seasons.Count == 1);
        if (!isWhole)
        {
            foreach (var (row, field) in seasons)
            {
                if (string.IsNullOrWhiteSpace(row.Name)) problems.Add(new(field + ".Name", "Name the season."));
                if (row.From is null) problems.Add(new(field + ".From", "Type the first night of the season."));
                if (row.To is null) problems.Add(new(field + ".To", "Type the last night of the season."));
            }
        }

        var blackouts = Rows(nameof(Blackouts), Blackouts, row => row.IsEmpty);
        foreach (var (row, field) in blackouts)
        {
            if (row.From is null) problems.Add(new(field + ".From", "Type the first night of the blackout."));
            if (row.To is null) problems.Add(new(field + ".To", "Type the last night of the blackout."));
        }

        var tiers = Rows(nameof(Tiers), Tiers, row => row.IsEmpty);
        foreach (var (row, field) in tiers.Where(tier => tier.Row.MinimumNights is null)) problems.Add(new(field + ".MinimumNights", "Type from how many nights on it counts."));
        var inclusions = Rows(nameof(Inclusions), Inclusions, row => row.IsEmpty);
        var (rates, fields) = RatesOf(types, [.. tiers.Select(tier => Tiers.IndexOf(tier.Row))], hotels[0].CurrencyCode, culture, problems);
        if (problems.Count > 0) return new(null, problems);

        var hidden = stands is null ? [] : stands.PropertyIds.Except(hotels.Select(hotel => hotel.Id)).Where(_ => hotels.Count > 0).ToList();
        var terms = new AgreementTerms
        {
            PropertyIds = [.. hotels.Select(hotel => hotel.Id).Union(hidden).Order()], ValidFrom = ValidFrom!.Value, ValidTo = ValidTo!.Value, RateCode = RateCode?.Trim() ?? "", CurrencyCode = hotels[0].CurrencyCode,
            TaxMode = TaxMode ?? hotels[0].TaxMode,
            Seasons = isWhole ? [new Season(Named(0), ValidFrom.Value, ValidTo.Value)] : [.. seasons.Select(season => new Season(season.Row.Name?.Trim() ?? "", season.Row.From!.Value, season.Row.To!.Value))],
            Rates = [.. rates, .. HiddenRates(stands, types, hidden.Count > 0)], Weekdays = [.. Weekdays.Where(day => day != IsoDayOfWeek.None).Distinct().Order()], MinimumStay = MinimumStay ?? 1, MaximumStay = MaximumStay,
            LastRoomAvailability = LastRoomAvailability, LowerOfBar = LowerOfBar,
            Blackouts = [.. blackouts.Select(blackout => new Blackout(string.IsNullOrWhiteSpace(blackout.Row.Name) ? "Blackout" : blackout.Row.Name.Trim(), blackout.Row.From!.Value, blackout.Row.To!.Value, blackout.Row.Rate))],
            Tiers = [.. tiers.Select(tier => new Tier(tier.Row.MinimumNights!.Value, (tier.Row.Off ?? 0) / 100))], TierBasis = TierBasis ?? default, TierEffect = TierEffect ?? default,
            Inclusions = [.. inclusions.Select(inclusion => new Inclusion(inclusion.Row.Name?.Trim() ?? "", inclusion.Row.Fee))],
            Packages = [.. Packages.Where(row => row.Price is not null || row.Off is not null).Select(row => new AgreedPackage(row.PackageId, row.Price, (row.Off ?? 0) / 100, stands?.Packages.FirstOrDefault(agreed => agreed.PackageId == row.PackageId)?.TakenOut))],
            HireOff = (HireOff ?? 0) / 100, FoodAndBeverageOff = (FoodAndBeverageOff ?? 0) / 100, Commission = (Commission ?? 0) / 100, AttritionAllowance = (AttritionAllowance ?? 0) / 100,
            PaymentDays = PaymentDays ?? 30, Cancellation = Cancellation?.Trim() ?? "", Deposits = Deposits?.Trim() ?? "", Referral = Referral?.Trim() ?? "",
            CommittedNights = CommittedNights ?? 0, CommittedRevenue = CommittedRevenue ?? 0, CommittedByMonth = MonthsOf(),
        };
        return new(terms, [.. terms.Problems().Select(problem => problem with { Field = FieldOf(problem.Field) })]);

        string FieldOf(string problem)
        {
            if (problem == nameof(AgreementTerms.PropertyIds)) return nameof(Hotels);
            if (Rate().Match(problem) is { Success: true } rate) return int.Parse(rate.Groups["rate"].Value, CultureInfo.InvariantCulture) is var i && i < fields.Count ? fields[i](rate.Groups["tier"].Success ? int.Parse(rate.Groups["tier"].Value, CultureInfo.InvariantCulture) + 1 : 0) : "";
            if (Listed().Match(problem) is not { Success: true } listed) return problem;
            var (list, at, rest) = (listed.Groups["list"].Value, int.Parse(listed.Groups["at"].Value, CultureInfo.InvariantCulture), listed.Groups["rest"].Value);
            return list switch
            {
                nameof(Seasons) => isWhole ? nameof(ValidTo) : seasons[at].Field + rest,
                nameof(Blackouts) => blackouts[at].Field + rest,
                nameof(Tiers) => tiers[at].Field + rest,
                nameof(Inclusions) => inclusions[at].Field + rest,
                nameof(Packages) => $"{nameof(Packages)}[{Packages.Select((row, i) => (row, i)).Where(entry => entry.row.Price is not null || entry.row.Off is not null).ElementAt(at).i}]{rest}",
                _ => nameof(CommittedNights),
            };
        }
    }

    /// <summary>Whether an earlier row is another stretch of the same season: it has the same prices, and no column of its own.</summary>
    public bool IsSecondStretch(int season) =>
        season > 0 && season < Seasons.Count && !string.IsNullOrWhiteSpace(Seasons[season].Name)
        && Seasons.Take(season).Any(other => string.Equals(other.Name?.Trim(), Seasons[season].Name!.Trim(), StringComparison.Ordinal));

    /// <summary>Whether a tier has rows in the grid: while it takes no percentage off, or amounts of its own are there.</summary>
    public bool HasOwnAmounts(int tier) =>
        Tiers[tier - 1].Off is null || Cells.Any(cell => !string.IsNullOrWhiteSpace(cell.Value) && cell.Key.Split('-') is [_, _, var own, _] && own == tier.ToString(CultureInfo.InvariantCulture));

    private string Named(int season) => Seasons.ElementAtOrDefault(season)?.Name?.Trim() is { Length: > 0 } name ? name : WholeTerm;

    private (List<AgreedRate> Rates, List<Func<int, string>> Fields) RatesOf(IReadOnlyList<RoomType> types, IReadOnlyList<int> tierRows, string currency, CultureInfo culture, List<TermProblem> problems)
    {
        var (rates, fields) = (new List<AgreedRate>(), new List<Func<int, string>>());
        for (var season = 0; season < Math.Max(1, Seasons.Count); season++)
        {
            if (IsSecondStretch(season)) continue;
            foreach (var (type, occupancy) in from type in types from occupancy in Enum.GetValues<Occupancy>() select (type, occupancy))
            {
                var column = season;
                string Field(int tier) => RateGrid.Field(type.Id, occupancy, tier == 0 ? 0 : tierRows.ElementAtOrDefault(tier - 1) + 1, column);
                var price = Cell(0);
                var own = tierRows.Select(row => Cell(row + 1)).ToList();
                if (price is null && own.Exists(cell => cell is not null)) problems.Add(new(Field(0), "Type the rate that holds before the first tier is reached."));
                if (price is null) continue;
                rates.Add(new AgreedRate(Named(season), type.Id, occupancy, price.Value.Amount, price.Value.OffBar, price.Value.Ceiling, own.Exists(cell => cell is not null) ? [.. own.Select(cell => cell?.Amount)] : null));
                fields.Add(Field);

                (decimal? Amount, decimal? OffBar, decimal? Ceiling)? Cell(int tier)
                {
                    var text = Cells.TryGetValue(RateGrid.Key(type.Id, occupancy, tier, column), out var typed) ? typed?.Trim() : null;
                    if (string.IsNullOrEmpty(text)) return null;
                    try
                    {
                        var cell = RateCell.Read(text, currency, culture);
                        if (tier > 0 && (cell.Amount is null || cell.Ceiling is not null)) throw new HouseRuleException("A tier's own price is an amount. For a percentage, type it at the tier.");
                        return cell;
                    }
                    catch (HouseRuleException refusal)
                    {
                        problems.Add(new(RateGrid.Field(type.Id, occupancy, tier, column), refusal.Sentence));
                        return null;
                    }
                }
            }
        }

        return (rates, fields);
    }

    /// <summary>Rates of hotels that the person does not see.</summary>
    private static IEnumerable<AgreedRate> HiddenRates(AgreementTerms? stands, IReadOnlyList<RoomType> types, bool any) =>
        any ? stands!.Rates.Where(rate => !types.Any(type => type.Id == rate.RoomTypeId)) : [];

    private List<MonthCommitment> MonthsOf() => [.. Months.Where(month => month.Value is not null && MonthOf().IsMatch(month.Key)).OrderBy(month => month.Key, StringComparer.Ordinal)
        .Select(month => new MonthCommitment(int.Parse(month.Key[..4], CultureInfo.InvariantCulture), int.Parse(month.Key[5..], CultureInfo.InvariantCulture), month.Value!.Value))];

    private static List<(T Row, string Field)> Rows<T>(string list, IList<T> rows, Func<T, bool> isEmpty) =>
        [.. rows.Select((row, i) => (row, field: string.Create(CultureInfo.InvariantCulture, $"{list}[{i}]"))).Where(entry => !isEmpty(entry.row))];

    [GeneratedRegex(@"^Rates\[(?<rate>\d+)\](\.TierAmounts\[(?<tier>\d+)\])?$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Rate();

    [GeneratedRegex(@"^(?<list>\w+)\[(?<at>\d+)\](?<rest>.*)$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Listed();

    [GeneratedRegex(@"^20\d\d-(0[1-9]|1[0-2])$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex MonthOf();
}
