using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Domain.Quotes;

/// <summary>What the client has to do by when (domain section 8).</summary>
/// <param name="MenuChoiceOn">The last day.</param>
/// <param name="GuaranteeUntil">On the hotel's wall; the moment itself is in.</param>
public sealed record QuoteDates(LocalDate MenuChoiceOn, LocalDateTime GuaranteeUntil)
{
    /// <summary>As the hotel's settings say now.</summary>
    public static QuoteDates Of(Property property, WorkingHours office, LocalDate firstDay) =>
        new(firstDay.PlusDays(-property.MenuChoiceDays), office.DaysBefore(firstDay, property.GuaranteeDays) + property.GuaranteeTime);

    public override string ToString() => $"{LocalDatePattern.Iso.Format(MenuChoiceOn)} {LocalDateTimePattern.ExtendedIso.Format(GuaranteeUntil)}";
}
