using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Packages;

/// <summary>From so many delegates on, the package costs this much for each of them.</summary>
public sealed class PackageStep
{
    private PackageStep() { }

    internal PackageStep(int fromDelegates, Money price)
    {
        FromDelegates = fromDelegates;
        Price = price;
    }

    public int Id { get; private set; }

    public int FromDelegates { get; private set; }

    public Money Price { get; private set; }
}
