using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;

namespace HotelCorporate.Domain.Tests.Packages;

public sealed class SpendTests
{
    [Fact]
    public void Hire_is_waived_once_the_spend_reaches_the_threshold()
    {
        Assert.Equal(Of(900m), RoomHire.Waived(Of(900m), Of(4_999.99m), Of(5_000m)));
        Assert.Equal(Of(0m), RoomHire.Waived(Of(900m), Of(5_000m), Of(5_000m)));
    }

    [Fact]
    public void A_minimum_spend_room_costs_what_is_missing()
    {
        Assert.Equal(Of(1_200m), RoomHire.MinimumSpend(Of(5_000m), Of(3_800m)));
        Assert.Equal(Of(0m), RoomHire.MinimumSpend(Of(5_000m), Of(6_000m)));
    }

    private static Money Of(decimal amount) => Money.Of(amount, Currency.Eur);
}
