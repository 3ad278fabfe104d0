using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Imports;
using HotelCorporate.Domain.Rooms;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Rooms;

/// <summary>The best available rates out of a file.</summary>
public sealed class BarImportTests
{
    private static readonly LocalDate Night = new(2027, 4, 14);
    private static readonly RoomType Standard = new() { PropertyId = 1, Code = "STD", Name = "Standard", Physical = 10 };

    [Fact]
    public void New_nights_are_made_others_changed_and_the_same_file_again_changes_nothing()
    {
        var stands = new Dictionary<(int, LocalDate), BarRate>();
        Assert.Equal([RowVerdict.Made, RowVerdict.Made], Verdicts(stands, Row(120m), Row(130m, Night.PlusDays(1))));
        Assert.Equal([RowVerdict.Changed, RowVerdict.Unchanged], Verdicts(stands, Row(125m), Row(130m, Night.PlusDays(1))));
        Assert.Equal(125m, stands[(0, Night)].Amount.Amount);
        Assert.Equal([RowVerdict.Unchanged, RowVerdict.Refused], Verdicts(stands, Row(125m), Row(126m))); // the night twice
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(-5, "")]
    [InlineData(1_000_000_000, "")]
    [InlineData(120.005, "")]
    [InlineData(120, "USD")]
    public void A_bad_amount_or_a_foreign_currency_is_refused(double amount, string currency)
    {
        var stands = new Dictionary<(int, LocalDate), BarRate>();
        Assert.Equal([RowVerdict.Refused], Verdicts(stands, Row((decimal)amount, currency: currency)));
        Assert.Empty(stands);
        Assert.Equal([RowVerdict.Made], Verdicts(stands, Row(120m, currency: "eur")));
    }

    private static BarRow Row(decimal amount, LocalDate? night = null, string currency = "") => new(2, Standard, night ?? Night, amount, currency, []);

    private static IEnumerable<RowVerdict> Verdicts(Dictionary<(int, LocalDate), BarRate> stands, params BarRow[] rows) => BarImport.Apply(rows, Currency.Of("EUR"), stands).Select(outcome => outcome.Verdict);
}
