using HotelCorporate.Web.Documents.Pdf;
using SkiaSharp;

namespace HotelCorporate.Web.Tests.Documents;

public sealed class LogoTests
{
    [Theory]
    [InlineData(5000, 100)] // a side that no letterhead needs
    [InlineData(4000, 2001)] // small as a file, 32 MB unpacked
    public void A_picture_that_swells_when_it_is_unpacked_is_refused(int width, int height)
    {
        var file = Png(width, height);
        Assert.True(file.Length < 1_000_000);
        Assert.Null(LogoPicture.Read(file));
    }

    [Fact]
    public void What_it_claims_to_be_is_looked_at_before_it_is_unpacked()
    {
        var file = Png(10, 10);
        new byte[] { 0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60 }.CopyTo(file, 16); // 60,000 by 60,000
        Assert.Null(LogoPicture.Read(file));
    }

    [Fact]
    public void A_large_picture_becomes_small_enough_for_a_letterhead()
    {
        using var small = SKBitmap.Decode(LogoPicture.Read(Png(4000, 2000)));
        Assert.Equal((480, 240), (small.Width, small.Height));
    }

    private static byte[] Png(int width, int height)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height));
        bitmap.Erase(SKColors.Navy);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
