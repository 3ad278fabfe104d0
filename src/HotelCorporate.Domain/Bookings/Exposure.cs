using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Quotes;
using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <summary>What cancelling costs from one day to another; both are in.</summary>
/// <param name="From">None: from the signing on.</param>
/// <param name="Until">None: to the event and after it.</param>
public sealed record ExposureStep(LocalDate? From, LocalDate? Until, decimal Rate, Money Fee);

/// <summary>What of one revenue class counts for the fee.</summary>
public sealed record ExposurePart(RevenueClass Class, Money Net, decimal Share, Money Counted);

/// <summary>What withdrawing from a contract costs on each day, with the sum opened up. One reading for page, quote, confirmation and invoice.</summary>
public sealed record Exposure(IReadOnlyList<ExposurePart> Parts, Money Base, Sentence Clause, IReadOnlyList<ExposureStep> Steps, LocalDate FirstDay)
{
    /// <param name="firstDay">Of the event, when it has no function.</param>
    public static Exposure Of(Quote contract, Booking booking, LocalDate firstDay) =>
        Of(contract, booking.FirstOn ?? firstDay, [.. booking.Functions.Where(function => function.IsCancelled).Select(function => function.Id)]);

    /// <param name="cancelled">Functions that were taken out before.</param>
    public static Exposure Of(Quote contract, LocalDate firstDay, IReadOnlyCollection<int> cancelled)
    {
        var parts = contract.CancellationParts(cancelled);
        var basis = parts.Sum(contract.Currency, part => part.Counted);
        var bands = contract.CancellationLadder.Bands.OrderByDescending(band => band.FromDays).ToList();
        var steps = bands.ConvertAll(band => new ExposureStep(firstDay.PlusDays(-band.ToDays), band.FromDays == 0 ? null : firstDay.PlusDays(-band.FromDays), band.Rate, basis * band.Rate));
        steps.Insert(0, new ExposureStep(null, bands.Count == 0 ? null : firstDay.PlusDays(-bands[0].ToDays - 1), 0, Money.Zero(contract.Currency)));
        return new(parts, basis, CancellationShares.InWords(contract.CancellationShares), steps, firstDay);
    }

    public ExposureStep On(LocalDate notice) => Steps.Last(step => step.From is null || step.From <= notice);

    /// <summary>The first step after a day that costs more than it.</summary>
    public ExposureStep? Dearer(LocalDate notice) => Steps.FirstOrDefault(step => step.From > notice && step.Fee > On(notice).Fee);
}
