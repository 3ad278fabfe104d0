using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Domain.Stays;

namespace HotelCorporate.Domain.Tests.Stays;

/// <summary>Whose stays are.</summary>
public sealed class StayMarksTests
{
    [Theory]
    [InlineData(9, "", "", true)]
    [InlineData(3, "voyage daffaires", "", true)]
    [InlineData(3, "", "voyaff", true)]
    [InlineData(3, "someone else", "CORP26", false)]
    [InlineData(null, "", "", false)]
    public void A_stay_is_an_agencys_by_its_name_its_agent_or_its_rate_code(int? account, string agent, string code, bool expected) =>
        Assert.Equal(expected, new StayMarks(9, ["voyage daffaires"], ["VOYAFF"]).Has(account, agent, code));

    [Fact]
    public void An_agent_is_known_by_the_core_of_its_name_and_a_rate_code_in_capitals()
    {
        var stay = new Stay(1, null, "k", new StayFacts("Alba", new(2026, 6, 10), 1, 1, 90m, RateCode: "voyAff", Agent: "Voyage d\u2019Affaires S.A.R.L."), Currency.Eur);
        Assert.Equal(("voyage daffaires", "VOYAFF"), (stay.AgentKey, stay.RateCode));
    }

    [Fact]
    public void A_room_type_is_called_by_its_code_its_name_and_what_files_call_it_besides_and_a_code_means_one_type_only()
    {
        var standard = new RoomType { PropertyId = 1, Code = "STD", Name = "Standard", Physical = 10 };
        var suite = new RoomType { PropertyId = 1, Code = "STE", Name = "Suite", Physical = 2 };
        Assert.True(standard.AlsoCalled(" A; dbl-std,STD\na ", [suite]));
        Assert.Equal("A, dbl-std", standard.OtherCodes);
        Assert.False(standard.AlsoCalled("A, dbl-std", [suite]));
        foreach (var called in new[] { "std", "STANDARD", "a", "DBL-STD" }) Assert.True(standard.IsCalled(called));
        foreach (var other in new[] { "", "dbl", "B", "A, dbl-std" }) Assert.False(standard.IsCalled(other));
        foreach (var taken in new[] { "dbl-std", "standard" }) Assert.Throws<HouseRuleException>(() => suite.AlsoCalled(taken, [standard]));
        Assert.Throws<HouseRuleException>(() => suite.AlsoCalled(new string('x', 41), [standard]));
        Assert.Throws<HouseRuleException>(() => suite.AlsoCalled(string.Join(',', Enumerable.Range(0, 100).Select(i => $"code{i}")), [standard]));
        Assert.Equal("", suite.OtherCodes);
    }
}
