using CsCheck;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Stays;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Stays;

/// <summary>What an agency earns.</summary>
public sealed class CommissionTests
{
    private static readonly Currency Euro = Currency.Of("EUR");
    private static readonly LocalDate First = new(2026, 9, 1);
    private static readonly LocalDate Last = new(2026, 9, 30);

    [Fact]
    public void Nights_that_were_slept_count_at_the_agreements_fraction_and_later_ones_do_not_yet()
    {
        var stay = new StayedNights(new(2026, 8, 30), 5, 2, Money.Of(100m, Euro));
        var line = Assert.Single(Commission.OfStay("Alba", stay, 9, 1, First, Last, Last, [Agency(0.08m)]));
        Assert.Equal((6, 600m, 48m), (line.Nights, line.Base.Amount, line.Earned.Amount)); // the nights of 1, 2 and 3 September, two rooms
        Assert.Equal(2, Assert.Single(Commission.OfStay("Alba", stay, 9, 1, First, Last, First, [Agency(0.08m)])).Nights);
        Assert.Empty(Commission.OfStay("Alba", stay, 9, 1, First, Last, new(2026, 8, 31), [Agency(0.08m)]));
        Assert.Empty(Commission.OfStay("Alba", stay, 9, 1, First, Last, Last, [Agency(0m)]));
        Assert.Empty(Commission.OfStay("Alba", stay, 8, 1, First, Last, Last, [Agency(0.08m)])); // another's agreement
    }

    [Fact]
    public void Functions_count_on_the_day_they_were_paid_and_a_credit_note_takes_back()
    {
        var paid = new PaidFunctions("Meeting", new(2026, 8, 20), new(2026, 9, 15), Money.Of(1_000m, Euro));
        Assert.Equal(80m, Commission.OfFunctions(paid, 9, 1, First, Last, [Agency(0.08m)])!.Earned.Amount);
        Assert.Null(Commission.OfFunctions(paid with { PaidOn = new(2026, 10, 1) }, 9, 1, First, Last, [Agency(0.08m)]));
        Assert.Equal(-80m, Commission.OfFunctions(paid with { Net = -paid.Net, IsCredit = true }, 9, 1, First, Last, [Agency(0.08m)])!.Earned.Amount);
    }

    /// <summary>Two periods that follow each other earn on the same nights as both together.</summary>
    [Fact]
    public void No_night_counts_twice_or_falls_between_two_periods() =>
        Gen.Select(Gen.Int[-10, 40], Gen.Int[1, 40], Gen.Int[1, 5], Gen.Int[0, 28]).Sample((start, nights, rooms, cut) =>
        {
            var stay = new StayedNights(First.PlusDays(start), nights, rooms, Money.Of(99m, Euro));
            var middle = First.PlusDays(cut);
            return Nights(First, middle) + Nights(middle.PlusDays(1), Last) == Nights(First, Last);

            int Nights(LocalDate from, LocalDate to) => Commission.OfStay("Alba", stay, 9, 1, from, to, Last, [Agency(0.1m)]).Sum(line => line.Nights);
        });

    private static Agreement Agency(decimal fraction)
    {
        var agreement = Agreement.Draft(9, "Voyage 2026", new AgreementTerms { PropertyIds = [1], ValidFrom = new(2026, 1, 1), ValidTo = new(2026, 12, 31), CurrencyCode = "EUR", Seasons = [new("Year", new(2026, 1, 1), new(2026, 12, 31))], Commission = fraction });
        agreement.Offer();
        agreement.Accept("Claire", Instant.FromUtc(2025, 11, 1, 9, 0));
        return agreement;
    }
}
