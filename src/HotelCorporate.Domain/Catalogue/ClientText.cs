namespace HotelCorporate.Domain.Catalogue;

/// <summary>What clients who read one language are shown instead of the house's own words.</summary>
/// <param name="Language">Two letters: sq.</param>
/// <param name="Name">Empty where the house's own name serves.</param>
public sealed record ClientText(string Language, string Name, string Description = "");

/// <summary>The words for clients, language by language.</summary>
public static class ClientTexts
{
    /// <summary>In the reader's language, else as the house calls it.</summary>
    public static string NameIn(this IReadOnlyList<ClientText> texts, string language, string own) =>
        texts.FirstOrDefault(text => text.Language == language) is { Name.Length: > 0 } found ? found.Name : own;

    /// <inheritdoc cref="NameIn"/>
    public static string DescriptionIn(this IReadOnlyList<ClientText> texts, string language, string own) =>
        texts.FirstOrDefault(text => text.Language == language) is { Description.Length: > 0 } found ? found.Description : own;

    /// <summary>Without what is empty, one for each language.</summary>
    /// <exception cref="HouseRuleException">A text is too long.</exception>
    public static IReadOnlyList<ClientText> Checked(IEnumerable<ClientText> texts, int longestName, int longestDescription)
    {
        List<ClientText> kept = [.. texts.Select(text => text with { Name = text.Name.Trim(), Description = text.Description.Trim() })
            .Where(text => text.Name.Length + text.Description.Length > 0).DistinctBy(text => text.Language).OrderBy(text => text.Language, StringComparer.Ordinal)];
        if (kept.Exists(text => text.Language.Length != 2)) throw new HouseRuleException("A language has two letters, such as sq.") { Field = "Texts" };
        if (kept.Exists(text => text.Name.Length > longestName)) throw new HouseRuleException($"A name has {longestName} characters at most.") { Field = "Texts" };
        if (kept.Exists(text => text.Description.Length > longestDescription)) throw new HouseRuleException($"A description has {longestDescription} characters at most.") { Field = "Texts" };
        return kept;
    }
}
