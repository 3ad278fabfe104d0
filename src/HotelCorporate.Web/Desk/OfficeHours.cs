using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>Reads when a hotel's office is open.</summary>
public static class OfficeHours
{
    public static async Task<WorkingHours> OfficeAsync(this HotelDb db, Property property, CancellationToken cancel) =>
        new(property.OfficeOpens, property.OfficeCloses, property.Zone)
        {
            Days = property.OfficeDays,
            Holidays = (await db.Holidays.Where(holiday => holiday.PropertyId == property.Id).Select(holiday => holiday.On).ToListAsync(cancel)).ToHashSet<LocalDate>(),
        };
}
