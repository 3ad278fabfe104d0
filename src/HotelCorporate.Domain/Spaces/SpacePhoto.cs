namespace HotelCorporate.Domain.Spaces;

/// <summary>A picture of a space, as it was brought in.</summary>
/// <param name="ContentType">What its bytes are: image/jpeg, image/png or image/webp.</param>
/// <param name="Caption">What it shows, for those who do not see it.</param>
public sealed record SpacePhoto(int SpaceId, string ContentType, byte[] Content, string Caption)
{
    public int Id { get; private set; }

    /// <summary>Lower comes first.</summary>
    public int Position { get; set; }
}
