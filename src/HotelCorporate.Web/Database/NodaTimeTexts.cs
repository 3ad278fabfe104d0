using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Database;

internal sealed class LocalDateText() : ValueConverter<LocalDate, string>(
    date => LocalDatePattern.Iso.Format(date), text => Read(text))
{
    private static LocalDate Read(string text) => new(FixedWidth.Number(text, 0, 4), FixedWidth.Number(text, 5, 2), FixedWidth.Number(text, 8, 2));
}

internal sealed class LocalTimeText() : ValueConverter<LocalTime, string>(
    time => Pattern.Format(time), text => Read(text))
{
    private static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("HH':'mm':'ss");

    private static LocalTime Read(string text) => new(FixedWidth.Number(text, 0, 2), FixedWidth.Number(text, 3, 2), FixedWidth.Number(text, 6, 2));
}

internal sealed class LocalDateTimeText() : ValueConverter<LocalDateTime, string>(
    moment => Pattern.Format(moment), text => FixedWidth.Moment(text))
{
    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss");
}

/// <summary>Ticks of 100 ns since 1970: what is compared most, in holds and indexes, is a number.</summary>
internal sealed class InstantTicks() : ValueConverter<Instant, long>(instant => instant.ToUnixTimeTicks(), ticks => Instant.FromUnixTimeTicks(ticks));

/// <summary>Reads the digits of our own fixed-width texts: a page of the diary reads thousands, and a general parser takes ten times as long.</summary>
internal static class FixedWidth
{
    /// <exception cref="FormatException">Something else than digits stands there.</exception>
    public static int Number(string text, int start, int length)
    {
        var number = 0;
        foreach (var digit in text.AsSpan(start, length))
            number = char.IsAsciiDigit(digit) ? (number * 10) + (digit - '0') : throw new FormatException($"\"{text}\" is no time as this database writes it.");
        return number;
    }

    public static LocalDateTime Moment(string text) => new(
        Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2), Number(text, 11, 2), Number(text, 14, 2), Number(text, 17, 2));
}
