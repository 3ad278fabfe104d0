namespace HotelCorporate.Web.Tests;

/// <summary>Which role opens what, written down by hand: sales, manager, coordinator, finance, department. An administrator opens everything.</summary>
internal static class RoleTable
{
    /// <summary>Area, who reads in it, who writes in it (pages with a form to write count as writing).</summary>
    private static readonly (string Area, string Read, string Write)[] Areas =
    [
        ("/accounts", "SMCF", "SM"),
        ("/accounts/imports", "M", "M"),
        ("/agreements", "SMCF", "SM"),
        ("/bookings", "SMCF", "SM"),
        ("/bedrooms", "SMCF", "M"),
        ("/bookings/{bookingId:int}/block", "SMCF", "SM"),
        ("/bookings/{bookingId:int}/block/guests", "SMCF", "SMC"),
        ("/bookings/{bookingId:int}/block/pick-up", "SMCF", "SMC"),
        ("/bookings/{bookingId:int}/quotes", "SMCF", "SM"),
        ("/bookings/{bookingId:int}/invoices", "SMCF", "F"),
        ("/bookings/{bookingId:int}/resources", "SMCF", "SMC"),
        ("/catalogue", "SMCF", "M"),
        ("/diary", "SMCF", "SM"),
        ("/diary/functions", "SMC", "SMC"),
        ("/find", "SMCFD", ""),
        ("/forecast", "SMF", "M"),
        ("/holidays", "", ""),
        ("/inbox", "SMCFD", "SMCFD"),
        ("/inbox/approvals", "SMCF", "SMCF"),
        ("/invoices", "SMCF", "F"),
        ("/journal", "", ""),
        ("/leads", "SMCF", "SM"),
        ("/limits", "", ""),
        ("/loyalty", "SMF", "M"),
        ("/mails", "SMCF", "SM"),
        ("/me", "SMCFD", "SMCFD"),
        ("/packages", "SMCF", "M"),
        ("/personal-data", "MF", "M"),
        ("/plans", "SMCF", "SM"),
        ("/production", "SMF", "SM"),
        ("/production/imports", "M", "M"),
        ("/property", "SMCFD", "SMCFD"),
        ("/quotes", "SMCF", "SM"),
        ("/quotes/templates", "SM", "SM"),
        ("/rates", "SMCF", "SMCF"),
        ("/resources", "SMCF", "SMC"),
        ("/second-factor", "SMCFD", "SMCFD"),
        ("/series", "", ""),
        ("/settings", "", ""),
        ("/sign-out", "SMCFD", "SMCFD"),
        ("/spaces", "SMCF", "M"),
        ("/taxes", "", ""),
        ("/users", "", ""),
    ];

    /// <summary>What differs from its area.</summary>
    private static readonly (string Request, string Who)[] Exceptions =
    [
        ("GET /", "SMCFD"),
        ("POST /accounts/{accountId:int}/timeline", "SMCF"),
        ("POST /accounts/{accountId:int}/trust/judgement", "M"),
        ("POST /accounts/{accountId:int}/trust/pin", "M"),
        ("POST /accounts/{accountId:int}/trust/unpin", "M"),
        ("GET /accounts/{accountId:int}/merge", "M"),
        ("POST /accounts/{accountId:int}/merge", "M"),
        ("POST /accounts/{accountId:int}/merges/{id:int}/undo", "M"),
        ("POST /leads/{id:int}/log", "SMCF"),
        ("POST /agreements/{id:int}/terminate", "M"),
        ("POST /bookings/{id:int}/tasks", "SMCF"),
        ("POST /diary/saved", "SMCF"),
        ("POST /diary/saved/{id:int}/delete", "SMCF"),
        ("POST /bookings/{id:int}/begin", "SMCF"),
        ("POST /bookings/{id:int}/close", "SMCF"),
        ("POST /bookings/{id:int}/numbers/{functionId:int}", "SMCF"),
        ("POST /bookings/{id:int}/invoices/waive", "M"),
        ("POST /bookings/{id:int}/numbers/sent/{sentId:int}/accept", "SMCF"),
        ("POST /bookings/{id:int}/numbers/sent/{sentId:int}/answer", "SMCF"),
        ("POST /bookings/{id:int}/dates/{deadlineId:int}/move", "SMCF"),
        ("POST /bookings/{id:int}/dates/{deadlineId:int}/done", "SMCF"),
        ("POST /bookings/{id:int}/dates/decision", "SMCF"),
        ("POST /bookings/{id:int}/reopen", ""),
        ("POST /bookings/{id:int}/reductions/invoice", "F"),
        ("GET /bookings/{bookingId:int}/quotes/{id:int}/alternative", "SM"),
        ("GET /bookings/{id:int}/cancellation", "SM"),
        ("GET /bookings/{id:int}/functions/{functionId:int}/cancel", "SM"),
        ("GET /bookings/{id:int}/series", "SM"),
        ("POST /inbox/approvals/{id:int}/read", "SMCFD"),
        ("GET /inbox/news", "SM"),
        ("POST /loyalty/{accountId:int}/join", "SM"),
        ("POST /loyalty/{accountId:int}/leave", "SM"),
        ("GET /spaces/import", "M"),
        ("GET /catalogue/dishes/import", "M"),
        ("GET /catalogue/import", "M"),
        ("GET /catalogue/rise", "M"),
        ("GET /bedrooms/import", "M"),
        ("GET /bedrooms/bar", "M"),
        ("GET /packages/{id:int}/workbench", "SM"),
        ("GET /packages/{id:int}/workbench/offer", "SM"),
    ];

    public static string For(string verb, string path)
    {
        var route = path.Length > 1 ? path.TrimEnd('/') : path;
        if (Exceptions.FirstOrDefault(exception => exception.Request == $"{verb} {route}") is { Request: not null } found) return found.Who;
        var area = Areas.Where(area => route == area.Area || route.StartsWith(area.Area + "/", StringComparison.Ordinal)).OrderByDescending(area => area.Area.Length).FirstOrDefault();
        Assert.True(area.Area is not null, $"Say in the table who may open {verb} {route}.");
        var writes = verb != "GET" || route.EndsWith("/new", StringComparison.Ordinal) || route.EndsWith("/edit", StringComparison.Ordinal);
        return writes ? area.Write : area.Read;
    }
}
