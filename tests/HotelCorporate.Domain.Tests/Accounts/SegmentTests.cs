using HotelCorporate.Domain.Accounts;

namespace HotelCorporate.Domain.Tests.Accounts;

/// <summary>The defaults of domain section 4.</summary>
public sealed class SegmentTests
{
    [Theory]
    [InlineData("0.05", 1, 0, 0, Segment.Key)]
    [InlineData("0.0499", 3, 0, 0, Segment.Regular)]
    [InlineData("0", 1, 30, 0, Segment.Regular)]
    [InlineData("0.01", 2, 29, 9, Segment.Occasional)]
    [InlineData("0", 0, 0, 1, Segment.Dormant)]
    [InlineData("0", 0, 0, 0, Segment.Potential)]
    public void A_company_is_what_it_brought(string share, int bookings, int nights, int before, Segment segment)
    {
        var (found, reason) = Segments.Of(new AccountYear(decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture), bookings, nights, before));
        Assert.Equal(segment, found);
        Assert.False(reason.IsEmpty);
    }
}
