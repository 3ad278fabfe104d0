using System.Text.Json;
using System.Text.Json.Serialization;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Quotes;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace HotelCorporate.Web.Database;

/// <summary>The terms of an agreement as one text: they are read and written whole, and every version keeps its own.</summary>
internal sealed class AgreementTermsText() : ValueConverter<AgreementTerms, string>(
    terms => JsonSerializer.Serialize(terms, Options), text => JsonSerializer.Deserialize<AgreementTerms>(text, Options)!)
{
    public static readonly ValueComparer<AgreementTerms> Comparer = new(
        (a, b) => JsonSerializer.Serialize(a, Options) == JsonSerializer.Serialize(b, Options), terms => terms.GetHashCode(), terms => terms);

    internal static readonly JsonSerializerOptions Options = new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true, Converters = { new JsonStringEnumConverter() },
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
}

/// <summary>A short list that is read and written whole, as one text.</summary>
internal sealed class ListText<T>() : ValueConverter<IReadOnlyList<T>, string>(
    list => JsonSerializer.Serialize(list, AgreementTermsText.Options), text => JsonSerializer.Deserialize<List<T>>(text, AgreementTermsText.Options)!)
{
    public static readonly ValueComparer<IReadOnlyList<T>> Comparer = new((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list);
}

/// <summary>What was asked for when an offer was priced, as one text.</summary>
internal sealed class QuoteRequestText() : ValueConverter<QuoteRequest, string>(
    asked => JsonSerializer.Serialize(asked, AgreementTermsText.Options), text => JsonSerializer.Deserialize<QuoteRequest>(text, AgreementTermsText.Options)!)
{
    public static readonly ValueComparer<QuoteRequest> Comparer = new((a, b) => ReferenceEquals(a, b), asked => asked.GetHashCode(), asked => asked);
}
