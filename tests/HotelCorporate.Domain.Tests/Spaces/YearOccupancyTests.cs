using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Spaces;

public sealed class YearOccupancyTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Tirane"];

    [Fact]
    public void Nights_do_not_count_and_a_hold_over_midnight_counts_on_both_days()
    {
        var held = Held((1, 1), (2, 1));
        held.Add(1, At(2026, 3, 2, 15), At(2026, 3, 3, 15)); // 9 of 18 hours on each day, of one atom of two
        Assert.Equal((0.25m, 0.25m, 0m), (held.OnDay(new LocalDate(2026, 3, 2)), held.OnDay(new LocalDate(2026, 3, 3)), held.OnDay(new LocalDate(2026, 3, 4))));
        Assert.Equal(18m / (31 * 18), held.InMonth([1], 3), 12);
        Assert.Equal(18m / (31 * 18 * 2), held.InMonth(3), 12);
        Assert.Equal(18m / (365 * 18 * 2), held.InYear(), 12);
    }

    [Fact]
    public void A_group_in_a_shared_atom_counts_for_its_lane()
    {
        var held = Held((1, 4));
        held.Add(1, At(2026, 7, 1, 6), At(2026, 7, 2, 0));
        Assert.Equal(0.25m, held.OnDay(new LocalDate(2026, 7, 1)));
    }

    [Fact]
    public void What_reaches_over_the_year_or_names_another_atom_is_counted_within()
    {
        var held = Held((1, 1));
        held.Add(1, At(2025, 12, 1, 0), At(2027, 2, 1, 0));
        held.Add(9, At(2026, 1, 1, 0), At(2026, 2, 1, 0));
        Assert.Equal(1m, held.InYear());
        Assert.Equal(0m, Held().InYear());
    }

    private static YearOccupancy Held(params (int Atom, int Lanes)[] atoms) => new(2026, Zone, atoms.Select(atom => KeyValuePair.Create(atom.Atom, atom.Lanes)));

    private static Instant At(int year, int month, int day, int hour) => new LocalDateTime(year, month, day, hour, 0).InZoneLeniently(Zone).ToInstant();
}
