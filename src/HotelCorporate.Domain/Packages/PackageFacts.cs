using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using NodaTime;

namespace HotelCorporate.Domain.Packages;

/// <summary>A package as it is described.</summary>
public sealed record PackageFacts(string Code, string Name, PackageKind Kind, LocalDate ValidFrom, LocalDate? ValidTo, IReadOnlyList<Component> Components)
{
    public string Description { get; init; } = "";

    public IReadOnlyList<ClientText> Texts { get; init; } = [];

    /// <summary>Days on which it is not sold.</summary>
    public IReadOnlyList<IsoDayOfWeek> ClosedWeekdays { get; init; } = [];

    public int MinimumDelegates { get; init; } = 1;

    public int MaximumDelegates { get; init; } = Package.MostDelegates;

    public BelowMinimum BelowMinimum { get; init; }

    public IReadOnlyList<(int FromDelegates, Money Price)> Steps { get; init; } = [];
}
