using HotelCorporate.Domain.Agreements;

namespace HotelCorporate.Domain.Tests.Agreements;

public sealed class CommitmentProgressTests
{
    [Fact]
    public void Of_700_committed_410_by_the_end_of_september_are_78_percent_and_run_to_548()
    {
        var production = CommitmentProgress.Of(700, 410, new(2026, 1, 1), new(2026, 12, 31), new(2026, 9, 30));
        Assert.Equal(new CommitmentProgress(523.6m, 78, 548, ProductionLight.Red), production);
    }

    [Theory]
    [InlineData(95, ProductionLight.Green)]
    [InlineData(94, ProductionLight.Amber)]
    [InlineData(80, ProductionLight.Amber)]
    [InlineData(79, ProductionLight.Red)]
    public void The_light_follows_the_percent(int produced, ProductionLight light) =>
        Assert.Equal(light, CommitmentProgress.Of(100, produced, new(2026, 1, 1), new(2026, 12, 31), new(2026, 12, 31)).Light);
}
