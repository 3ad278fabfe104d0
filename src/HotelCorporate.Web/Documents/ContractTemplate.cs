using System.Collections.Concurrent;
using Fluid;

namespace HotelCorporate.Web.Documents;

/// <summary>
/// Sets a contract from its template (Resources/Contracts, one for each language): a line that begins with # is a heading, with - a point; [[name]] is a table; the rest are paragraphs.
/// Facts are put in as plain text, so nothing that a person typed is read as a mark.
/// </summary>
public static class ContractTemplate
{
    private static readonly TemplateOptions Options = new() { MaxSteps = 20_000, MaxRecursion = 10 };
    private static readonly ConcurrentDictionary<string, IFluidTemplate> Templates = new(StringComparer.Ordinal);

    public static IReadOnlyList<ContractBlock> Write(string language, IReadOnlyDictionary<string, object> facts, IReadOnlyDictionary<string, ContractTable> tables)
    {
        var context = new TemplateContext(Options);
        foreach (var (name, value) in facts) context.SetValue(name, value is string text ? Plain(text) : value);
        var lines = Templates.GetOrAdd(language, Load).Render(context, NullEncoder.Default).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(line => Block(line, tables)).OfType<ContractBlock>()];
    }

    private static ContractBlock? Block(string line, IReadOnlyDictionary<string, ContractTable> tables)
    {
        if (line.StartsWith("[[", StringComparison.Ordinal)) return tables.TryGetValue(line.Trim('[', ']'), out var table) && table.Rows.Count > 0 ? new(ContractBlockKind.Table, "", table) : null;
        if (line.StartsWith("# ", StringComparison.Ordinal)) return new(ContractBlockKind.Heading, line[2..]);
        if (line.StartsWith("- ", StringComparison.Ordinal)) return new(ContractBlockKind.Point, line[2..]);
        return new(ContractBlockKind.Paragraph, line);
    }

    /// <summary>On one line, and never a mark of the template.</summary>
    private static string Plain(string text) => text.ReplaceLineEndings(" ").Trim() is var line && (line.StartsWith('#') || line.StartsWith('-') || line.StartsWith('[')) ? "\u200B" + line : line;

    private static IFluidTemplate Load(string language)
    {
        using var stream = typeof(ContractTemplate).Assembly.GetManifestResourceStream($"HotelCorporate.Web.Resources.Contracts.agreement-{language}.liquid")
            ?? typeof(ContractTemplate).Assembly.GetManifestResourceStream("HotelCorporate.Web.Resources.Contracts.agreement-en.liquid")!;
        using var reader = new StreamReader(stream);
        return new FluidParser().Parse(reader.ReadToEnd());
    }
}
