using System.Globalization;
using HotelCorporate.Web.Html;

namespace HotelCorporate.Web.Tests;

/// <summary>Numbers are read as people type them, and never silently as another number.</summary>
public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("9.25", "9.25")]
    [InlineData("9,25", "9.25")]
    [InlineData("12,5", "12.5")]
    [InlineData("12.5", "12.5")]
    [InlineData("0,125", "0.125")]
    [InlineData("0.125", "0.125")]
    [InlineData("1234,5678", "1234.5678")]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("1.234,50", "1234.50")]
    [InlineData("1 234,50", "1234.50")]
    [InlineData("1\u00a0234,50", "1234.50")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("-5", "-5")]
    [InlineData("\u22125,5", "-5.5")]
    [InlineData(" 70 ", "70")]
    public void Reads_what_can_be_meant_in_one_way_alike_for_everybody(string typed, string number)
    {
        foreach (var culture in new[] { "en-GB", "en-US", "sq-AL" })
            Assert.Equal((decimal.Parse(number, CultureInfo.InvariantCulture), null), DecimalBinders.Read(typed, CultureInfo.GetCultureInfo(culture)));
    }

    [Theory]
    [InlineData("1,234", "en-GB", "1234")]
    [InlineData("1.234", "en-GB", "1.234")]
    [InlineData("1,234", "sq-AL", "1.234")]
    public void A_mark_before_three_digits_is_what_it_is_at_home(string typed, string culture, string number) =>
        Assert.Equal((decimal.Parse(number, CultureInfo.InvariantCulture), null), DecimalBinders.Read(typed, CultureInfo.GetCultureInfo(culture)));

    [Theory]
    [InlineData("1.234", "sq-AL", "two ways")]
    [InlineData("12,34.5", "en-GB", "Type a number")]
    [InlineData("1,2345.5", "en-GB", "Type a number")]
    [InlineData("1.5.5", "en-GB", "Type a number")]
    [InlineData("1,234.5,6", "en-GB", "Type a number")]
    [InlineData("a lot", "en-GB", "Type a number")]
    [InlineData("", "en-GB", "Type a number")]
    [InlineData(",", "en-GB", "Type a number")]
    [InlineData("1e3", "en-GB", "Type a number")]
    public void What_may_mean_two_numbers_or_none_is_refused(string typed, string culture, string says)
    {
        var (number, wrong) = DecimalBinders.Read(typed, CultureInfo.GetCultureInfo(culture));
        Assert.Null(number);
        Assert.Contains(says, wrong!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("sq-AL")]
    public void What_a_form_shows_is_read_back_the_same(string name)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
        try
        {
            foreach (var number in new[] { 0m, 9.25m, 1.234m, 12.345m, 123.456m, 1234m, 1234.5m, 1234567.891m, -0.125m })
                Assert.Equal((number, null), DecimalBinders.Read(Show.Typed(number), CultureInfo.CurrentCulture));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
