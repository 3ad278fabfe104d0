using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Properties;

namespace HotelCorporate.Web.Html;

/// <summary>Name and description in a language of clients, as they are typed.</summary>
public sealed class TextRow
{
    public string? Name { get; set; }

    public string? Description { get; set; }

    /// <summary>The languages that clients of the hotel are written in, and those that have a text already.</summary>
    public static IDictionary<string, TextRow> Rows(Property property, IReadOnlyList<ClientText> texts) => property.Languages.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Concat(texts.Select(text => text.Language)).Distinct(StringComparer.Ordinal)
        .ToDictionary(language => language, language => texts.FirstOrDefault(text => text.Language == language) is { } text ? new TextRow { Name = text.Name, Description = text.Description } : new(), StringComparer.Ordinal);

    public static IReadOnlyList<ClientText> Read(IDictionary<string, TextRow> rows) => [.. rows.Select(row => new ClientText(row.Key, row.Value.Name ?? "", row.Value.Description ?? ""))];
}
