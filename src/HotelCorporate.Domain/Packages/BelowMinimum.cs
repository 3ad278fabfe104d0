namespace HotelCorporate.Domain.Packages;

/// <summary>What a party pays that is smaller than the package's minimum.</summary>
public enum BelowMinimum
{
    /// <summary>The minimum number of delegates is charged.</summary>
    ChargeMinimum,

    /// <summary>The package is not sold: the room is hired and each thing is priced by itself.</summary>
    FallBackToHire,
}
