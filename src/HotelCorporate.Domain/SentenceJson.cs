using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
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

    /// <summary>Reads a list as text.</summary>
    public static Sentence Read(string list)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(list));
        reader.Read();
        return ReadList(ref reader);
    }

    public override Sentence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : ReadList(ref reader);

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

    private static Sentence ReadList(ref Utf8JsonReader reader)
    {
        reader.Read();
        var words = reader.GetString()!;
        var gaps = new List<object>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) gaps.Add(Gap(ref reader));
        return Sentence.Of(words, gaps);
    }

    private static object Gap(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartArray => ReadList(ref reader),
        JsonTokenType.StartObject => ReadOne(ref reader),
        JsonTokenType.Number => reader.GetDecimal(),
        _ => reader.GetString()!,
    };

    private static object ReadOne(ref Utf8JsonReader reader)
    {
        reader.Read();
        var name = reader.GetString()!;
        reader.Read();
        object filled = name switch
        {
            "date" => LocalDatePattern.Iso.Parse(reader.GetString()!).Value,
            "time" => Times.Parse(reader.GetString()!).Value,
            "moment" => Moments.Parse(reader.GetString()!).Value,
            _ => new Money(reader.GetInt64(), Currency.Of(name)),
        };
        reader.Read(); // past its end
        return filled;
    }

    private static void WriteOne(Utf8JsonWriter writer, string name, string value)
    {
        writer.WriteStartObject();
        writer.WriteString(name, value);
        writer.WriteEndObject();
    }
}
