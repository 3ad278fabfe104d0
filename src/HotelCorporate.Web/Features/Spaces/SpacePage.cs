using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Web.Features.Spaces;

/// <summary>All spaces of a hotel.</summary>
/// <param name="Retired">No longer sold.</param>
/// <param name="Plans">One for each floor on which something was measured.</param>
public sealed record SpaceListPage(IReadOnlyList<Space> Sold, IReadOnlyList<Space> Retired, IReadOnlyList<(string Floor, PlanDrawing Plan)> Plans)
{
    /// <summary>The styles in which any space is set.</summary>
    public IReadOnlyList<SetupStyle> Styles { get; } = [.. Enum.GetValues<SetupStyle>().Where(style => Sold.Concat(Retired).Any(space => space.In(style) is not null))];

    public bool HasFiguresAboveArea { get; } = Sold.Concat(Retired).Any(space => space.Capacities.Any(capacity => capacity.IsAbove(space.AreaM2)));
}

/// <summary>One space.</summary>
/// <param name="Sharing">Those that cannot be sold at the same time since they share a room with it.</param>
/// <param name="Closures">Those that are not over, the next first.</param>
/// <param name="Hire">What hiring it costs.</param>
public sealed record SpacePage(
    Space Space, Property Property, IReadOnlyList<Space> Sharing, IReadOnlyList<Space> Neighbours, Space? BackUp, PlanDrawing? Plan,
    IReadOnlyList<SpacePage.Photo> Photos, IReadOnlyList<Closure> Closures, IReadOnlyList<HirePrice> Hire, Instant Now)
{
    /// <summary>A picture by its id; the picture itself is asked for apart.</summary>
    public sealed record Photo(int Id, string Caption);
}

/// <summary>A space as it is being typed.</summary>
/// <param name="Space">None for a new one.</param>
/// <param name="Rooms">What a combination may be made of.</param>
/// <param name="Others">The hotel's other spaces that are sold.</param>
/// <param name="Stands">What somebody else saved meanwhile: each fact as it stands, and as it is typed here.</param>
public sealed record SpaceFormPage(SpaceForm Form, Space? Space, IReadOnlyList<Atom> Rooms, IReadOnlyList<Space> Others, IReadOnlyList<SpaceChange> Stands);
