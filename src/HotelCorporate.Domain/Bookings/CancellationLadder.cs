using System.Globalization;
using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <summary>What cancelling costs by how many days before the first event day the notice comes; both ends are in.</summary>
/// <param name="Rate">A fraction: 0.5 for 50 %.</param>
public sealed record CancellationBand(int FromDays, int ToDays, decimal Rate);

/// <summary>The bands of a contract: from 0 days on, without hole or overlap. Beyond the last one cancelling is free.</summary>
public sealed record CancellationLadder
{
    private CancellationLadder(IReadOnlyList<CancellationBand> bands) => Bands = bands;

    public static CancellationLadder Free { get; } = new([]);

    /// <summary>Nearest to the event first.</summary>
    public IReadOnlyList<CancellationBand> Bands { get; }

    /// <exception cref="HouseRuleException">A hole, an overlap, a band turned round, or a rate outside 0 to 100 %.</exception>
    public static CancellationLadder Of(IEnumerable<CancellationBand> bands)
    {
        var sorted = bands.OrderBy(band => band.FromDays).ToList();
        var next = 0;
        foreach (var band in sorted)
        {
            if (band.ToDays < band.FromDays) throw new HouseRuleException($"The band {band.FromDays}-{band.ToDays} days ends before it starts. Turn it round.");
            if (band.Rate is < 0 or > 1) throw new HouseRuleException($"The band {band.FromDays}-{band.ToDays} days charges between 0 and 100 %.");
            if (band.FromDays > next) throw new HouseRuleException($"The bands leave out {next} to {band.FromDays - 1} days. Close the hole.");
            if (band.FromDays < next) throw new HouseRuleException($"Two bands cover {band.FromDays} days. Let one end before the next begins.");
            next = band.ToDays + 1;
        }

        return new(sorted);
    }

    /// <summary>The form that <see cref="ToString"/> writes: "0-45:100; 46-90:75".</summary>
    public static CancellationLadder Parse(string text) =>
        Of(text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part =>
        {
            var pieces = part.Split('-', ':');
            return pieces.Length == 3
                && int.TryParse(pieces[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from)
                && int.TryParse(pieces[1], NumberStyles.None, CultureInfo.InvariantCulture, out var to)
                && decimal.TryParse(pieces[2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
                ? new CancellationBand(from, to, percent / 100)
                : throw new HouseRuleException($"\"{part}\" is not a band. Write days and percent like 0-45:100.");
        }));

    /// <summary>The rate that notice on this day costs; notice after the first day counts as 0 days.</summary>
    public decimal RateOn(LocalDate notice, LocalDate firstDay)
    {
        var days = DaysBefore(notice, firstDay);
        return Bands.FirstOrDefault(band => band.FromDays <= days && days <= band.ToDays)?.Rate ?? 0;
    }

    /// <param name="contracted">Net, before service and tax.</param>
    public Money FeeOn(LocalDate notice, LocalDate firstDay, Money contracted) => contracted * RateOn(notice, firstDay);

    /// <summary>Taking less: free up to the tolerance of what was contracted, beyond it units x price x the band's rate.</summary>
    public Money ReductionFeeOn(LocalDate notice, LocalDate firstDay, int contracted, int now, Money unitPrice, decimal tolerance = 0.10m)
    {
        var beyond = Math.Max(0, contracted - now - (int)decimal.Floor(contracted * tolerance));
        return unitPrice * (beyond * RateOn(notice, firstDay));
    }

    public bool Equals(CancellationLadder? other) => other is not null && Bands.SequenceEqual(other.Bands);

    public override int GetHashCode() => Bands.Count;

    public override string ToString() =>
        string.Join("; ", Bands.Select(band => string.Create(CultureInfo.InvariantCulture, $"{band.FromDays}-{band.ToDays}:{band.Rate * 100:0.####}")));

    private static int DaysBefore(LocalDate notice, LocalDate firstDay) => Math.Max(0, Period.DaysBetween(notice, firstDay));
}
