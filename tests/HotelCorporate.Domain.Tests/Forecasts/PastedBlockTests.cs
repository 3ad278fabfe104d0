using HotelCorporate.Domain.Forecasts;

namespace HotelCorporate.Domain.Tests.Forecasts;

public sealed class PastedBlockTests
{
    [Fact]
    public void Lines_are_rows_and_tabs_part_cells() =>
        Assert.Equal([["1", "2"], ["", "x y"], ["3"]], PastedBlock.Read("1\t2\r\n\t x y \r\n3\r\n", 12, 6));

    [Fact]
    public void Nothing_is_no_block() => Assert.Empty(PastedBlock.Read(" \n ", 12, 6));

    [Fact]
    public void More_than_the_grid_has_is_refused()
    {
        Assert.Throws<HouseRuleException>(() => PastedBlock.Read("1\t2\t3", 12, 2));
        Assert.Throws<HouseRuleException>(() => PastedBlock.Read("1\n2\n3", 2, 6));
    }
}
