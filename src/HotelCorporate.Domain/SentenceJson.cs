using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HotelCorporate.Domain.Amounts;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Domain;

/// <summary>How what fills a <see cref="Sentence"/> is stored: text and numbers as such, a sentence as a list, the rest as an object of one name.</summary>
internal sealed class SentenceJson : JsonConverter<Sentence>
{
    /// <summary>The text is searched, and never part of a page as it is.</summary>
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly LocalTimePattern Times = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static readonly LocalDateTimePattern Moments = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public override Sentence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : Read(JsonNode.Parse(ref reader)!.AsArray());

    public override void Write(Utf8JsonWriter writer, Sentence value, JsonSerializerOptions options)
    {
        if (value.Gaps.Count == 0) writer.WriteStringValue(value.Template);
        else WriteList(writer, value);
    }

    /// <summary>Also without a gap: a text alone, as what fills a gap, is what a person typed.</summary>
    private static void WriteList(Utf8JsonWriter writer, Sentence sentence)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(sentence.Template);
        foreach (var gap in sentence.Gaps)
        {
            switch (gap)
            {
                case decimal number: writer.WriteNumberValue(number); break;
                case LocalDate date: WriteOne(writer, "date", LocalDatePattern.Iso.Format(date)); break;
                case LocalTime time: WriteOne(writer, "time", Times.Format(time)); break;
                case LocalDateTime moment: WriteOne(writer, "moment", Moments.Format(moment)); break;
                case Sentence part: WriteList(writer, part); break;
                case Money money:
                    writer.WriteStartObject();
                    writer.WriteNumber(money.Currency.Code, money.MinorUnits);
                    writer.WriteEndObject();
                    break;
                default: writer.WriteStringValue((string)gap); break;
            }
        }

        writer.WriteEndArray();
    }

    public static Sentence Read(JsonArray list) => Sentence.Of((string)list[0]!, list.Skip(1).Select(Gap));

    private static object Gap(JsonNode? node) => node switch
    {
        JsonArray part => Read(part),
        JsonObject filled => filled.Single() switch
        {
            { Key: "date" } date => LocalDatePattern.Iso.Parse((string)date.Value!).Value,
            { Key: "time" } time => Times.Parse((string)time.Value!).Value,
            { Key: "moment" } moment => Moments.Parse((string)moment.Value!).Value,
            var money => new Money((long)money.Value!, Currency.Of(money.Key)),
        },
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => (decimal)value,
        _ => (string)node!,
    };

    private static void WriteOne(Utf8JsonWriter writer, string name, string value)
    {
        writer.WriteStartObject();
        writer.WriteString(name, value);
        writer.WriteEndObject();
    }
}
