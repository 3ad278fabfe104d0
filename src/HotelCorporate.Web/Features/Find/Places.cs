using HotelCorporate.Web.Html;

namespace HotelCorporate.Web.Features.Find;

/// <summary>A page of the site, or something to do there.</summary>
/// <param name="Text">The English words.</param>
public sealed record Place(string Text, string Address, string Policy);

/// <summary>Pages and actions that can be found by their words.</summary>
public static class Places
{
    public static IReadOnlyList<Place> All { get; } =
    [
        new("Today", "/", Policies.Staff), new("Diary", "/diary", Policies.Events), new("Year", "/diary/year", Policies.Events), new("Find a space", "/diary/search", Policies.Events),
        new("Bookings", "/bookings", Policies.Events), new("Accounts", "/accounts", Policies.Events), new("Leads", "/leads", Policies.Events), new("Agreements", "/agreements", Policies.Events),
        new("Packages", "/packages", Policies.Events), new("Catalogue", "/catalogue", Policies.Events), new("Hire prices", "/catalogue/hire", Policies.Events), new("Price rise", "/catalogue/rise", Policies.SalesManager), new("Invoices", "/invoices", Policies.Events), new("Forecast", "/forecast", Policies.Forecast), new("Spaces", "/spaces", Policies.Events),
        new("Bedrooms", "/bedrooms", Policies.Events), new("Resources", "/resources", Policies.Events), new("Mails", "/mails", Policies.Events), new("Waiting for me", "/inbox", Policies.Staff),
        new("Journal", "/journal", Policies.Administrator), new("Settings", "/settings", Policies.Administrator), new("Users", "/users", Policies.Administrator), new("My settings", "/me", Policies.Staff),
        new("Personal data", "/personal-data", Policies.Protection), new("New inquiry", "/bookings/new", Policies.Sales), new("New account", "/accounts/new", Policies.Sales), new("New lead", "/leads/new", Policies.Sales),
    ];
}
