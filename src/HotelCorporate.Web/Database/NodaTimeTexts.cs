using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Database;

internal sealed class LocalDateText() : ValueConverter<LocalDate, string>(
    date => LocalDatePattern.Iso.Format(date), text => LocalDatePattern.Iso.Parse(text).Value);

internal sealed class LocalTimeText() : ValueConverter<LocalTime, string>(
    time => Pattern.Format(time), text => Pattern.Parse(text).Value)
{
    private static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("HH':'mm':'ss");
}

internal sealed class LocalDateTimeText() : ValueConverter<LocalDateTime, string>(
    moment => Pattern.Format(moment), text => Pattern.Parse(text).Value)
{
    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss");
}

internal sealed class InstantText() : ValueConverter<Instant, string>(
    instant => Pattern.Format(instant), text => Pattern.Parse(text).Value)
{
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fffffff'Z'");
}
