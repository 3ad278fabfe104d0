using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Spaces;

/// <summary>Who fits, and why the others do not (domain section 7).</summary>
public sealed class SpaceSearchTests
{
    private static readonly Instant Nine = Instant.FromUtc(2027, 3, 9, 9, 0);

    private static readonly Space Small = Make("Small", 1, 40), Large = Make("Large", 2, 120), Other = Make("Other", 3, 45);

    [Fact]
    public void The_best_wastes_the_least_and_the_too_small_says_how_small()
    {
        var answers = SpaceSearch.Search(Ask(42), [Large, Small, Other], []);
        Assert.Equal(["Other", "Large", "Small"], answers.Select(answer => answer.Space.Name));
        Assert.Equal(new SpaceObstacle.TooSmall(42, 40), Assert.Single(answers[2].Obstacles));
    }

    [Fact]
    public void A_hold_names_its_booking_and_a_buffer_its_missing_minutes()
    {
        TimeSpanOf(Nine + Duration.FromHours(1), 2, out var inside);
        var held = Assert.Single(SpaceSearch.Search(Ask(30), [Small], [inside])).Obstacles;
        Assert.Equal("HC-1", Assert.IsType<SpaceObstacle.Held>(Assert.Single(held)).Reference);

        // The other one ends at nine sharp and is cleared for 30 minutes; our set-up takes 45.
        var before = new TakenTime(1, 0, Nine - Duration.FromHours(3), Nine + Duration.FromMinutes(-15), Nine - Duration.FromHours(2), Nine - Duration.FromMinutes(45), 7, "HC-7", null);
        var buffer = Assert.IsType<SpaceObstacle.Buffer>(Assert.Single(Assert.Single(SpaceSearch.Search(Ask(30), [Small], [before])).Obstacles));
        Assert.True(buffer.Clearing);
        Assert.Equal(30, buffer.MissingMinutes);
    }

    [Fact]
    public void Back_to_back_is_welcome_when_the_occupations_only_touch()
    {
        var touching = new TakenTime(1, 0, Nine - Duration.FromHours(5), Nine - Duration.FromMinutes(45), Nine - Duration.FromHours(4), Nine - Duration.FromHours(1), 7, "HC-7", null);
        Assert.True(Assert.Single(SpaceSearch.Search(Ask(30), [Small], [touching])).Fits);
    }

    [Fact]
    public void It_proposes_a_shift_another_style_and_an_option_about_to_lapse()
    {
        var option = new TakenTime(1, 0, Nine - Duration.FromHours(1), Nine + Duration.FromHours(1), Nine - Duration.FromMinutes(30), Nine + Duration.FromMinutes(30), 7, "HC-7", new(2027, 3, 1));
        var repairs = Assert.Single(SpaceSearch.Search(Ask(30), [Small], [option])).Repairs;
        Assert.Contains(new SpaceRepair.Shift(105), repairs);
        Assert.Contains(new SpaceRepair.OptionLapses("HC-7", new(2027, 3, 1), 7), repairs);

        var banquet = SpaceSearch.Search(Ask(30) with { Style = SetupStyle.Banquet }, [Small], []);
        Assert.Contains(new SpaceRepair.OtherStyle(SetupStyle.Theatre), Assert.Single(banquet).Repairs);
    }

    [Fact]
    public void Fewer_than_the_minimum_fit_with_a_warning() => Assert.True(Assert.Single(SpaceSearch.Search(Ask(2), [Large], [])).Warns);

    [Fact]
    public void The_bookings_own_hold_is_not_in_its_way()
    {
        TimeSpanOf(Nine, 2, out var own);
        Assert.True(Assert.Single(SpaceSearch.Search(Ask(30) with { OwnBookingId = own.BookingId }, [Small], [own])).Fits);
    }

    private static void TimeSpanOf(Instant from, int hours, out TakenTime taken) =>
        taken = new(1, 0, from, from + Duration.FromHours(hours), from, from + Duration.FromHours(hours), 1, "HC-1", null);

    private static SpaceQuestion Ask(int people) => new(SetupStyle.Theatre, people, Nine, Nine + Duration.FromHours(2), new SetupTimes(45, 30));

    private static Space Make(string name, int atom, int seats)
    {
        var space = new Space { PropertyId = 1, Name = name };
        space.Offer(new Capacity(SetupStyle.Theatre, 5, seats, seats));
        var made = new Atom { PropertyId = 1, Name = name };
        typeof(Atom).GetProperty(nameof(Atom.Id))!.SetValue(made, atom);
        space.Occupy(made);
        typeof(SpaceAtom).GetProperty(nameof(SpaceAtom.AtomId))!.SetValue(space.Atoms[0], atom);
        return space;
    }
}
