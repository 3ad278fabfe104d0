using System.Globalization;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Languages;
using HotelCorporate.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Features.AgreementOffers;

/// <summary>A client's page speaks the language in which the account is written to, whatever the browser asks for.</summary>
public sealed class AgreementLanguageAttribute() : TypeFilterAttribute(typeof(AgreementLanguage))
{
    private sealed class AgreementLanguage(HotelDb db, SignedLinks links) : IAsyncResourceFilter
    {
        public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
        {
            if (context.RouteData.Values["token"] is string token && links.Open(SignedLinks.Agreement, token) is { } link)
            {
                var language = await db.Agreements.Where(agreement => agreement.Id == link.Id).Join(db.Accounts, agreement => agreement.AccountId, account => account.Id, (_, account) => account.Language)
                    .SingleOrDefaultAsync(context.HttpContext.RequestAborted);
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.Of(language ?? "en").Cultures[0];
            }

            await next();
        }
    }
}
