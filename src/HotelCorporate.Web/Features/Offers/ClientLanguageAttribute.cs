using System.Globalization;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Languages;
using HotelCorporate.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Features.Offers;

/// <summary>A client's page speaks the language in which the account is written to, whatever the browser asks for.</summary>
public sealed class ClientLanguageAttribute() : TypeFilterAttribute(typeof(ClientLanguage))
{
    private sealed class ClientLanguage(HotelDb db, SignedLinks links) : IAsyncResourceFilter
    {
        public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
        {
            if (context.RouteData.Values["token"] is string token && links.Open(SignedLinks.Offer, token) is { } link)
            {
                var language = await (
                    from quote in db.Quotes
                    join booking in db.Bookings on quote.BookingId equals booking.Id
                    join account in db.Accounts on booking.AccountId equals account.Id
                    where quote.Id == link.Id
                    select account.Language).SingleOrDefaultAsync(context.HttpContext.RequestAborted);
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.Of(language ?? "en").Cultures[0];
            }

            await next();
        }
    }
}
