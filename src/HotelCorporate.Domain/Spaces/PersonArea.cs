namespace HotelCorporate.Domain.Spaces;

/// <summary>Square metres that a person needs in each style: a published figure above area / this is shown as such. Defaults of the trade.</summary>
public static class PersonArea
{
    /// <summary>None for an exhibition: stands are measured, not people.</summary>
    public static decimal? SquareMetres(SetupStyle style) => style switch
    {
        SetupStyle.Theatre => 1.1m,
        SetupStyle.Classroom => 1.8m,
        SetupStyle.Banquet => 1.25m,
        SetupStyle.Reception => 0.9m,
        SetupStyle.Boardroom => 2.5m,
        SetupStyle.UShape or SetupStyle.HollowSquare => 3.0m,
        SetupStyle.Cabaret => 1.9m,
        _ => null,
    };

    /// <summary>How many sit comfortably on that area, rounded down; none where the area or the style gives no answer.</summary>
    public static int? Comfortable(decimal? areaM2, SetupStyle style) =>
        areaM2 is { } area && SquareMetres(style) is { } each ? (int)decimal.Floor(area / each) : null;
}
