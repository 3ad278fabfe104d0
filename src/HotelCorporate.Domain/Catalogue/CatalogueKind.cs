namespace HotelCorporate.Domain.Catalogue;

/// <summary>What a thing of the catalogue is.</summary>
public enum CatalogueKind
{
    /// <summary>A part to make packages of: a coffee break, the meeting room.</summary>
    Component,

    /// <summary>Dishes at one price for each guest.</summary>
    Menu,

    /// <summary>Drinks at one price for each guest, for a time.</summary>
    BeveragePackage,

    Equipment,

    /// <summary>Anything else that is sold by itself: flowers, a photographer.</summary>
    Extra,
}
