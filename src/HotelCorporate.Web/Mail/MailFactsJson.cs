using System.Text.Json;
using System.Text.Json.Serialization;
using HotelCorporate.Domain.Amounts;
using NodaTime.Text;

namespace HotelCorporate.Web.Mail;

/// <summary>Writes a letter's facts as JSON and reads them back the same.</summary>
public static class MailFactsJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // names are looked for in it; it stands on no page
        Converters =
        {
            new JsonStringEnumConverter(),
            new TextConverter<Currency>(currency => currency.Code, Currency.Of),
            new TextConverter<NodaTime.LocalDate>(LocalDatePattern.Iso.Format, text => LocalDatePattern.Iso.Parse(text).Value),
            new TextConverter<NodaTime.LocalTime>(LocalTimePattern.ExtendedIso.Format, text => LocalTimePattern.ExtendedIso.Parse(text).Value),
            new TextConverter<NodaTime.LocalDateTime>(LocalDateTimePattern.ExtendedIso.Format, text => LocalDateTimePattern.ExtendedIso.Parse(text).Value),
            new MoneyConverter(),
            new UnitPriceConverter(),
        },
    };

    public static string Write(MailFacts facts) => JsonSerializer.Serialize(facts, Options);

    public static MailFacts Read(string json) => JsonSerializer.Deserialize<MailFacts>(json, Options)!;

    private sealed class TextConverter<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }

    private sealed class MoneyConverter : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var (amount, currency) = AmountOf(ref reader);
            return Money.Of(amount, currency);
        }

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => WriteAmount(writer, value.Amount, value.Currency);
    }

    private sealed class UnitPriceConverter : JsonConverter<UnitPrice>
    {
        public override UnitPrice Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var (amount, currency) = AmountOf(ref reader);
            return new UnitPrice(amount, currency);
        }

        public override void Write(Utf8JsonWriter writer, UnitPrice value, JsonSerializerOptions options) => WriteAmount(writer, value.Amount, value.Currency);
    }

    private static (decimal Amount, Currency Currency) AmountOf(ref Utf8JsonReader reader)
    {
        var parts = reader.GetString()!.Split(' ');
        return (decimal.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), Currency.Of(parts[1]));
    }

    private static void WriteAmount(Utf8JsonWriter writer, decimal amount, Currency currency) =>
        writer.WriteStringValue(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{amount} {currency.Code}"));
}
