namespace HotelCorporate.Domain.Staff;

/// <summary>Filters of a page that somebody keeps under a name, as the page's own link has them.</summary>
/// <param name="Page">The page's address: /diary.</param>
/// <param name="Query">What stands after the question mark.</param>
public sealed record SavedView(int UserId, string Page, string Name, string Query)
{
    public int Id { get; private set; }
}
