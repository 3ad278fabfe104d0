using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;

namespace HotelCorporate.Domain.Tests.Packages;

public sealed class SpendTests
{
    [Theory]
    [InlineData(ShortfallCharge.WithServiceAndTax, true, "4527.60")]
    [InlineData(ShortfallCharge.WithServiceAndTax, false, "4473.00")]
    [InlineData(ShortfallCharge.AsRoomHire, false, "3773.00")]
    public void Who_spent_16500_of_20000_makes_up_for_the_rest(ShortfallCharge how, bool serviceTaxable, string total)
    {
        var shortfall = FoodAndBeverageMinimum.Charge(Of(20_000m), Of(16_500m), how, 0.20m, serviceTaxable, 0.078m);

        Assert.Equal(Of(3_500m), shortfall.Net);
        Assert.Equal(Of(decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture)), shortfall.Total);
    }

    [Fact]
    public void Who_spent_enough_owes_nothing() =>
        Assert.True(FoodAndBeverageMinimum.Charge(Of(20_000m), Of(20_000m), ShortfallCharge.WithServiceAndTax, 0.2m, true, 0.1m).Total.IsZero);

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
