using HotelCorporate.Web.Database;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Html;

/// <summary>The hotels that one may switch to, in the top bar.</summary>
public sealed class PropertyChoiceViewComponent(HotelDb db, CurrentProperty hotel) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var own = hotel.Own();
        return View("/Features/Shared/PropertyChoice.cshtml", await db.Properties.AsNoTracking().Where(property => own == null || property.Id == own).OrderBy(property => property.Name).ToListAsync(HttpContext.RequestAborted));
    }
}
