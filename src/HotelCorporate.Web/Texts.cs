namespace HotelCorporate.Web;

/// <summary>Names the site's texts for the localizer: the English text is the key.</summary>
public sealed class Texts;
