using System.Text.Json;
using System.Text.Json.Serialization;
using HotelCorporate.Domain.Quotes;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace HotelCorporate.Web.Database;

/// <summary>How what is kept as text is written.</summary>
internal static class JsonText
{
    internal static readonly JsonSerializerOptions Options = new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true, Converters = { new JsonStringEnumConverter() },
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
}

/// <summary>The journal tells each part of it that changed.</summary>
internal interface IRecordText;

/// <summary>A record that is read and written whole, as one text: the terms of an agreement, of which every version keeps its own, or the rules of the loyalty programme.</summary>
internal sealed class RecordText<T>() : ValueConverter<T, string>(
    terms => JsonSerializer.Serialize(terms, JsonText.Options), text => JsonSerializer.Deserialize<T>(text, JsonText.Options)!), IRecordText where T : class
{
    public static readonly ValueComparer<T> Comparer = new(
        (a, b) => JsonSerializer.Serialize(a, JsonText.Options) == JsonSerializer.Serialize(b, JsonText.Options), terms => terms.GetHashCode(), terms => terms);
}

/// <summary>A short list that is read and written whole, as one text.</summary>
internal sealed class ListText<T>() : ValueConverter<IReadOnlyList<T>, string>(
    list => JsonSerializer.Serialize(list, JsonText.Options), text => JsonSerializer.Deserialize<List<T>>(text, JsonText.Options)!)
{
    public static readonly ValueComparer<IReadOnlyList<T>> Comparer = new((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list);
}

/// <summary>What was asked for when an offer was priced, as one text.</summary>
internal sealed class QuoteRequestText() : ValueConverter<QuoteRequest, string>(
    asked => JsonSerializer.Serialize(asked, JsonText.Options), text => JsonSerializer.Deserialize<QuoteRequest>(text, JsonText.Options)!)
{
    public static readonly ValueComparer<QuoteRequest> Comparer = new((a, b) => ReferenceEquals(a, b), asked => asked.GetHashCode(), asked => asked);
}
