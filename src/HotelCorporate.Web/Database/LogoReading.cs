using HotelCorporate.Web.Documents;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Database;

/// <summary>Fetches the hotel's logo for a paper that is about to be written.</summary>
public static class LogoReading
{
    public static async Task<HotelSheet> WithLogoAsync(this HotelDb db, HotelSheet hotel, CancellationToken cancel) =>
        hotel.LogoId is { } id ? hotel with { Logo = await db.Logos.Where(logo => logo.Id == id).Select(logo => logo.Png).SingleOrDefaultAsync(cancel) } : hotel;
}
