namespace HotelCorporate.Domain.Staff;

/// <summary>What a person of the house may do. The names are those of the sign-in roles.</summary>
public static class Role
{
    public const string Sales = "Sales";
    public const string SalesManager = "SalesManager";
    public const string Coordinator = "EventCoordinator";
    public const string Finance = "Finance";
    public const string Department = "Department";
    public const string Administrator = "Administrator";

    /// <summary>Those who may open bookings, their records and the requests about them.</summary>
    public static IReadOnlyList<string> OpeningBookings { get; } = [Sales, SalesManager, Coordinator, Finance, Administrator];

    public static IReadOnlyList<string> All { get; } = [Sales, SalesManager, Coordinator, Finance, Department, Administrator];
}
