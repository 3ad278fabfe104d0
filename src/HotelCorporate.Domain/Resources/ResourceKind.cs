namespace HotelCorporate.Domain.Resources;

/// <summary>What a resource is.</summary>
public enum ResourceKind
{
    /// <summary>Projectors, screens, microphones.</summary>
    Equipment,

    /// <summary>Stages, dance floors, lecterns.</summary>
    Staging,

    /// <summary>Round tables, trestles, chairs.</summary>
    Furniture,

    /// <summary>Banqueting, technicians.</summary>
    People,

    /// <summary>Made of others, and has no stock of its own.</summary>
    Kit,
}
