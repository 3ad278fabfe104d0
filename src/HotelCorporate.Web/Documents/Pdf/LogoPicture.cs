using SkiaSharp;

namespace HotelCorporate.Web.Documents.Pdf;

/// <summary>Reads a picture by its content and writes it anew, so that nothing but the picture is kept.</summary>
public static class LogoPicture
{
    private const int Widest = 640;
    private const int Highest = 240;
    private const int Longest = 4000;
    private const long Most = 8_000_000; // points: 32 MB unpacked

    /// <summary>In points; null when it is no picture.</summary>
    public static (int Width, int Height)? Size(byte[] png)
    {
        using var data = SKData.CreateCopy(png);
        using var codec = SKCodec.Create(data);
        return codec is null ? null : (codec.Info.Width, codec.Info.Height);
    }

    /// <summary>The picture as PNG, made small enough for a letterhead; null when it is no PNG or JPEG, or has more than 4,000 points a side or 8 million in all.</summary>
    public static byte[]? Read(byte[] content)
    {
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);
        if (codec is not { EncodedFormat: SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg } || Math.Max(codec.Info.Width, codec.Info.Height) > Longest || (long)codec.Info.Width * codec.Info.Height > Most) return null;
        using var picture = SKBitmap.Decode(codec);
        if (picture is null) return null;
        var scale = Math.Min(1f, Math.Min((float)Widest / picture.Width, (float)Highest / picture.Height));
        using var small = picture.Resize(new SKImageInfo(Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale))), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var image = SKImage.FromBitmap(small);
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
