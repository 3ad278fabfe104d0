using System.Globalization;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Rooms;
using NodaTime;

namespace HotelCorporate.Web.Features.Agreements;

/// <summary>What is typed of an agreement; percentages as people say them. Rows that are empty are not there.</summary>
public sealed partial class AgreementForm
{
    /// <summary>What a single season without dates is called: it covers the term.</summary>
    private const string WholeTerm = "All year";

    public int AccountId { get; set; }

    public string? Name { get; set; }

    public string? RateCode { get; set; }

    public LocalDate? ValidFrom { get; set; }

    public LocalDate? ValidTo { get; set; }

    public TaxMode? TaxMode { get; set; }

    /// <summary>The hotels that it holds in; none: the one that the person works in.</summary>
    public IList<int> Hotels { get; set; } = [];

    public IList<SeasonRow> Seasons { get; set; } = [];

    /// <summary>The rate grid, by <see cref="RateGrid.Key"/>.</summary>
    public IDictionary<string, string?> Cells { get; set; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Cells pasted from a spreadsheet; they fill the grid from its first cell.</summary>
    public string? Block { get; set; }

    public bool LastRoomAvailability { get; set; }

    public bool LowerOfBar { get; set; }

    public IList<IsoDayOfWeek> Weekdays { get; set; } = [];

    public int? MinimumStay { get; set; }

    public int? MaximumStay { get; set; }

    public IList<TierRow> Tiers { get; set; } = [];

    public TierBasis? TierBasis { get; set; }

    public TierEffect? TierEffect { get; set; }

    public IList<BlackoutRow> Blackouts { get; set; } = [];

    public IList<InclusionRow> Inclusions { get; set; } = [];

    public IList<PackageRow> Packages { get; set; } = [];

    public decimal? HireOff { get; set; }

    public decimal? FoodAndBeverageOff { get; set; }

    public decimal? Commission { get; set; }

    public int? PaymentDays { get; set; }

    public string? Cancellation { get; set; }

    public string? Deposits { get; set; }

    public decimal? AttritionAllowance { get; set; }

    public string? Referral { get; set; }

    public int? CommittedNights { get; set; }

    public decimal? CommittedRevenue { get; set; }

    /// <summary>Nights promised by month: 2027-01.</summary>
    public IDictionary<string, int?> Months { get; set; } = new Dictionary<string, int?>(StringComparer.Ordinal);

    public int Version { get; set; }

    public sealed class SeasonRow
    {
        public string? Name { get; set; }

        public LocalDate? From { get; set; }

        public LocalDate? To { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && From is null && To is null;
    }

    public sealed class TierRow
    {
        public int? MinimumNights { get; set; }

        /// <summary>Percent.</summary>
        public decimal? Off { get; set; }

        public bool IsEmpty => MinimumNights is null && Off is null;
    }

    public sealed class BlackoutRow
    {
        public string? Name { get; set; }

        public LocalDate? From { get; set; }

        public LocalDate? To { get; set; }

        public decimal? Rate { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && From is null && To is null && Rate is null;
    }

    public sealed class InclusionRow
    {
        public string? Name { get; set; }

        public decimal? Fee { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && Fee is null;
    }

    public sealed class PackageRow
    {
        public int PackageId { get; set; }

        /// <summary>Per delegate.</summary>
        public decimal? Price { get; set; }

        /// <summary>Percent off the list price.</summary>
        public decimal? Off { get; set; }
    }

    /// <summary>The terms as they stand, ready to be changed.</summary>
    public static AgreementForm Of(Agreement? agreement, AgreementTerms? terms, IReadOnlyList<RoomType> types, IEnumerable<Package> packages)
    {
        var isWhole = terms is null or { Seasons: [] } || (terms.Seasons is [var only] && only.From == terms.ValidFrom && only.To == terms.ValidTo);
        var form = new AgreementForm
        {
            AccountId = agreement?.AccountId ?? 0, Name = agreement?.Name, RateCode = terms?.RateCode, ValidFrom = terms?.ValidFrom, ValidTo = terms?.ValidTo, Version = agreement?.Version ?? 0, TaxMode = terms?.TaxMode,
            Hotels = [.. terms?.PropertyIds ?? []], Weekdays = [.. terms?.Weekdays ?? []], MinimumStay = terms?.MinimumStay ?? 1, MaximumStay = terms?.MaximumStay,
            LastRoomAvailability = terms?.LastRoomAvailability ?? true, LowerOfBar = terms?.LowerOfBar ?? true, TierBasis = terms?.TierBasis, TierEffect = terms?.TierEffect,
            HireOff = terms?.HireOff * 100, FoodAndBeverageOff = terms?.FoodAndBeverageOff * 100, Commission = terms?.Commission * 100, AttritionAllowance = terms?.AttritionAllowance * 100,
            PaymentDays = terms?.PaymentDays ?? 30, Cancellation = terms?.Cancellation, Deposits = terms?.Deposits, Referral = terms?.Referral,
            CommittedNights = terms?.CommittedNights, CommittedRevenue = terms?.CommittedRevenue is > 0 ? terms.CommittedRevenue : null,
            Seasons = isWhole ? [new SeasonRow { Name = terms is { Seasons: [var whole, ..] } ? whole.Name : null }] : [.. terms!.Seasons.Select(season => new SeasonRow { Name = season.Name, From = season.From, To = season.To })],
            Tiers = [.. (terms?.Tiers ?? []).Select(tier => new TierRow { MinimumNights = tier.MinimumNights, Off = tier.Off == 0 ? null : tier.Off * 100 })],
            Blackouts = [.. (terms?.Blackouts ?? []).Select(blackout => new BlackoutRow { Name = blackout.Name, From = blackout.From, To = blackout.To, Rate = blackout.Rate })],
            Inclusions = [.. (terms?.Inclusions ?? []).Select(inclusion => new InclusionRow { Name = inclusion.Name, Fee = inclusion.Fee })],
            Packages = [.. packages.Select(package => (package, agreed: terms?.Packages.FirstOrDefault(agreed => agreed.PackageId == package.Id)))
                .Select(row => new PackageRow { PackageId = row.package.Id, Price = row.agreed?.Price, Off = row.agreed?.Off is > 0 and var off ? off * 100 : null })],
            Months = (terms?.CommittedByMonth ?? []).ToDictionary(month => MonthKey(new YearMonth(month.Year, month.Month)), month => (int?)month.Nights, StringComparer.Ordinal),
        };
        if (form.Blackouts.Count == 0) form.Blackouts.Add(new());
        if (form.Inclusions.Count == 0) form.Inclusions.Add(new());
        if (terms is not null) form.Fill(terms, types);
        return form;
    }

    public static string MonthKey(YearMonth month) => string.Create(CultureInfo.InvariantCulture, $"{month.Year}-{month.Month:00}");

    /// <summary>One more empty row of a list; nothing is stored.</summary>
    public void AddRow(string list)
    {
        if (list == nameof(Seasons) && Seasons.Count < 12) Seasons.Add(new());
        if (list == nameof(Tiers) && Tiers.Count < 6) Tiers.Add(new());
        if (list == nameof(Blackouts) && Blackouts.Count < 20) Blackouts.Add(new());
        if (list == nameof(Inclusions) && Inclusions.Count < 20) Inclusions.Add(new());
    }

    /// <summary>Two stretches of one season have the same prices: the grid has one column for both.</summary>
    private void Fill(AgreementTerms terms, IReadOnlyList<RoomType> types)
    {
        for (var season = 0; season < Seasons.Count; season++)
            foreach (var type in types)
            foreach (var occupancy in Enum.GetValues<Occupancy>())
            {
                var rate = terms.RateOf(Seasons[season].Name ?? WholeTerm, type.Id, occupancy);
                Cells[RateGrid.Key(type.Id, occupancy, 0, season)] = RateCell.Of(rate);
                for (var tier = 0; tier < Tiers.Count; tier++) Cells[RateGrid.Key(type.Id, occupancy, tier + 1, season)] = Html.Show.Typed(rate?.TierAmounts?.ElementAtOrDefault(tier));
            }
    }
}
