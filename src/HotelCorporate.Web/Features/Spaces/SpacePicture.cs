using SkiaSharp;

namespace HotelCorporate.Web.Features.Spaces;

/// <summary>Reads a photo by its content and writes it anew as JPEG, upright and at most 1600 points a side: where and with what it was taken is not kept.</summary>
public static class SpacePicture
{
    public const string ContentType = "image/jpeg";

    private const int LongestSide = 1600;
    private const long Most = 60_000_000; // points

    /// <summary>Null when it is no JPEG, PNG or WebP picture, or has more than 60 million points.</summary>
    public static byte[]? Read(byte[] content)
    {
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);
        if (codec is not { EncodedFormat: SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp } || (long)codec.Info.Width * codec.Info.Height > Most) return null;
        var scale = Math.Min(1f, (float)LongestSide / Math.Max(codec.Info.Width, codec.Info.Height));
        var near = codec.GetScaledDimensions(scale); // a JPEG is unpacked no larger than needed
        using var picture = SKBitmap.Decode(codec, new SKImageInfo(near.Width, near.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        return picture is null ? null : Write(picture, codec.EncodedOrigin, Math.Min(1f, (float)LongestSide / Math.Max(picture.Width, picture.Height)));
    }

    private static byte[] Write(SKBitmap picture, SKEncodedOrigin origin, float scale)
    {
        var (wide, high) = (Math.Max(1, (int)MathF.Round(picture.Width * scale)), Math.Max(1, (int)MathF.Round(picture.Height * scale)));
        var isTurned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        using var surface = SKSurface.Create(new SKImageInfo(isTurned ? high : wide, isTurned ? wide : high, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.SetMatrix(Upright(origin, wide, high));
        using var image = SKImage.FromBitmap(picture);
        surface.Canvas.DrawImage(image, new SKRect(0, 0, wide, high), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = surface.Snapshot();
        using var jpeg = drawn.Encode(SKEncodedImageFormat.Jpeg, 85);
        return jpeg.ToArray();
    }

    /// <summary>Turns and mirrors the picture as the camera said it was held.</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, int wide, int high) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, wide, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, wide, 0, -1, high, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, high, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, high, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, high, -1, 0, wide, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, wide, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
