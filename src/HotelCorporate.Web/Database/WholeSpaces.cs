using HotelCorporate.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Database;

/// <summary>Spaces with their capacities and atoms, as the editor, the searches and the diary's check ask them.</summary>
internal static class WholeSpaces
{
    public static IQueryable<Space> SpacesWhole(this HotelDb db) =>
        db.Spaces.AsSplitQuery().Include(space => space.Capacities).Include(space => space.Atoms).ThenInclude(atom => atom.Atom);

    /// <summary>All of a hotel in the order of its list, to be read. A room that several spaces are made of is one object.</summary>
    public static Task<List<Space>> SpacesOfAsync(this HotelDb db, int propertyId, CancellationToken cancel) =>
        db.SpacesWhole().AsNoTrackingWithIdentityResolution().Where(space => space.PropertyId == propertyId).OrderBy(space => space.Position).ThenBy(space => space.Id).ToListAsync(cancel);
}
