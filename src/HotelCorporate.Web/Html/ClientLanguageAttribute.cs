using System.Globalization;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Languages;
using HotelCorporate.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Html;

/// <summary>A client's page speaks the language in which the account is written to, whatever the browser asks for.</summary>
public sealed class ClientLanguageAttribute() : TypeFilterAttribute(typeof(ClientLanguage))
{
    private sealed class ClientLanguage(HotelDb db, SignedLinks links) : IAsyncResourceFilter
    {
        public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
        {
            if (context.RouteData.Values["token"] is string token && AccountOf(token) is { } account)
            {
                var language = await account.Join(db.Accounts, id => id, account => account.Id, (_, account) => account.Language).SingleOrDefaultAsync(context.HttpContext.RequestAborted);
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.Of(language ?? "en").Cultures[0];
            }

            await next();
        }

        private IQueryable<int>? AccountOf(string token)
        {
            if (links.Open(SignedLinks.Offer, token) is { } offer) return db.Quotes.Where(quote => quote.Id == offer.Id).Join(db.Bookings, quote => quote.BookingId, booking => booking.Id, (_, booking) => booking.AccountId);
            if (links.Open(SignedLinks.Event, token) is { } own) return db.Bookings.Where(booking => booking.Id == own.Id).Select(booking => booking.AccountId);
            return links.Open(SignedLinks.Agreement, token) is { } agreed ? db.Agreements.Where(agreement => agreement.Id == agreed.Id).Select(agreement => agreement.AccountId) : null;
        }
    }
}
