using HotelCorporate.Domain.Staff;
using Microsoft.AspNetCore.Authorization;

namespace HotelCorporate.Web.Html;

/// <summary>Which roles may do which job. Each action names one of these.</summary>
public static class Policies
{
    /// <summary>Anybody of the house who is signed in.</summary>
    public const string Staff = "Staff";

    /// <summary>Makes accounts, agreements, bookings and quotes.</summary>
    public const string Sales = "Sales";

    /// <summary>Decides what is over a seller's limits.</summary>
    public const string SalesManager = "SalesManager";

    /// <summary>Reads and plans in the diary and the bookings.</summary>
    public const string Events = "Events";

    /// <summary>Puts functions into rooms: makes, moves and stretches them in the diary.</summary>
    public const string Planning = "Planning";

    /// <summary>Reads what the hotel will earn, and how it sells.</summary>
    public const string Forecast = "Forecast";

    /// <summary>Issues invoices and takes payments.</summary>
    public const string Finance = "Finance";

    /// <summary>Reads what became of erased personal data; erasing is the sales manager's, the evidence that stays is read by finance.</summary>
    public const string Protection = "Protection";

    public const string Administrator = "Administrator";

    public static void Add(AuthorizationOptions options)
    {
        Allow(Staff, [.. Role.All]);
        Allow(Sales, Role.Sales, Role.SalesManager, Role.Administrator);
        Allow(SalesManager, Role.SalesManager, Role.Administrator);
        Allow(Events, [.. Role.OpeningBookings]);
        Allow(Planning, Role.Sales, Role.SalesManager, Role.Coordinator, Role.Administrator);
        Allow(Forecast, Role.Sales, Role.SalesManager, Role.Finance, Role.Administrator);
        Allow(Finance, Role.Finance, Role.Administrator);
        Allow(Protection, Role.SalesManager, Role.Finance, Role.Administrator);
        Allow(Administrator, Role.Administrator);
        options.FallbackPolicy = options.GetPolicy(Staff);

        void Allow(string policy, params string[] roles) =>
            options.AddPolicy(policy, rule => rule.RequireAuthenticatedUser().RequireRole(roles));
    }
}
