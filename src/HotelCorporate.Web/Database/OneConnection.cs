using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Database;

/// <summary>On SQLite a page keeps one connection from its first statement to its last: taking one from the pool tells it all of its functions again. A server's connections go back after each statement.</summary>
internal static class OneConnection
{
    public static void UseOneConnection(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ControllerActionDescriptor>() is null || http.RequestServices.GetRequiredService<HotelDb>() is not SqliteHotelDb db)
        {
            await next(http);
            return;
        }

        await db.Database.OpenConnectionAsync(http.RequestAborted);
        try
        {
            await next(http);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    });
}
