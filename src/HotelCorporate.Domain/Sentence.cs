using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using HotelCorporate.Domain.Amounts;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Domain;

/// <summary>
/// Words with gaps and what fills them: the same sentence is read by each person in their own language, with their own dates and amounts.
/// An interpolated string becomes one by itself: <c>$"Only {amount} of this payment is left."</c> keeps its words and the amount apart.
/// </summary>
/// <remarks>A gap holds words of people, a number, a date, a time, an amount, or another sentence; a name of an enumeration becomes a sentence of one word.</remarks>
[InterpolatedStringHandler]
[JsonConverter(typeof(SentenceJson))]
public sealed class Sentence : IEquatable<Sentence>
{
    private readonly StringBuilder _template = new();
    private readonly List<object> _gaps = [];
    private string? _words;

    public Sentence(int literalLength, int formattedCount)
    {
        _template.EnsureCapacity(literalLength + (3 * formattedCount));
        _gaps.EnsureCapacity(formattedCount);
    }

    private Sentence(string template) => _template.Append(template);

    /// <summary>The English words, with {0}, {1} for the gaps: the key of the translations.</summary>
    public string Template => _words ??= _template.ToString();

    /// <summary>What fills the gaps: string, decimal, <see cref="LocalDate"/>, <see cref="LocalTime"/>, <see cref="LocalDateTime"/>, <see cref="Money"/> or a sentence.</summary>
    public IReadOnlyList<object> Gaps => _gaps;

    public bool IsEmpty => _template.Length == 0;

    /// <summary>Fixed words without a gap.</summary>
    [return: NotNullIfNotNull(nameof(words))]
    public static implicit operator Sentence?(string? words) => words is null ? null : FromString(words);

    /// <inheritdoc cref="op_Implicit(string)"/>
    public static Sentence FromString(string words) => new(words);

    /// <summary>What a person typed: never translated.</summary>
    public static Sentence Typed(string text) => $"{text}";

    /// <summary>A fraction as percent, with two decimals at most: 0.2 is "20 %".</summary>
    public static Sentence Percent(decimal fraction) => $"{decimal.Round(fraction * 100, 2)} %";

    /// <summary>One after the other.</summary>
    public static Sentence Join(string between, IReadOnlyCollection<Sentence> parts)
    {
        var list = new Sentence(0, parts.Count);
        foreach (var part in parts)
        {
            if (list._gaps.Count > 0) list.AppendLiteral(between);
            list.AppendFormatted(part);
        }

        return list;
    }

    public void AppendLiteral(string value)
    {
        _words = null;
        _template.Append(value.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
    }

    /// <summary>How it is written is the reader's matter, so a format says nothing.</summary>
    public void AppendFormatted<T>(T value, string? format = null)
    {
        _words = null;
        _template.Append('{').Append(_gaps.Count).Append('}');
        _gaps.Add(value switch
        {
            null => "",
            Enum name => FromString(name.ToString()),
            Currency currency => currency.Code,
            UnitPrice price => (Sentence)$"{price.Amount} {price.Currency}",
            string or decimal or LocalDate or LocalTime or LocalDateTime or Money or Sentence => value,
            byte or short or int or long => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        });
    }

    /// <summary>Fills the gaps as the reader's language writes them.</summary>
    public string Fill(Func<string, string> translate, Func<object, string> write, CultureInfo culture) =>
        _gaps.Count == 0 ? translate(Template)
            : string.Format(culture, IsFrame(Template) ? Template : translate(Template), [.. _gaps.Select(gap => gap is Sentence part ? part.Fill(translate, write, culture) : write(gap))]);

    /// <summary>In English, for logs.</summary>
    public override string ToString() => Fill(words => words, InEnglish, CultureInfo.InvariantCulture);

    /// <summary>As it is stored: the words alone when there is no gap, otherwise a JSON list of the words and what fills them.</summary>
    public string ToText()
    {
        if (_gaps.Count > 0) return JsonSerializer.Serialize(this, SentenceJson.Options);
        return IsList(Template) ? Typed(Template).ToText() : Template; // words that begin like such a list
    }

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    public static Sentence Parse(string text) => IsList(text) ? SentenceJson.Read(text) : FromString(text);

    public bool Equals(Sentence? other) => other is not null && Template == other.Template && _gaps.SequenceEqual(other._gaps);

    public override bool Equals(object? obj) => Equals(obj as Sentence);

    public override int GetHashCode() => _gaps.Aggregate(StringComparer.Ordinal.GetHashCode(Template), HashCode.Combine);

    internal static Sentence Of(string template, IEnumerable<object> gaps)
    {
        var sentence = FromString(template);
        sentence._gaps.AddRange(gaps);
        return sentence;
    }

    private static bool IsList(string text) => text.AsSpan().TrimStart().StartsWith("[\"", StringComparison.Ordinal);

    /// <summary>No word is in it: nothing to translate.</summary>
    private static bool IsFrame(string template) => !template.Any(char.IsLetter);

    private static string InEnglish(object gap) => gap switch
    {
        decimal number => number.ToString("0.######", CultureInfo.InvariantCulture),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        LocalTime time => SentenceJson.Times.Format(time),
        LocalDateTime moment => SentenceJson.Moments.Format(moment),
        _ => gap.ToString() ?? "",
    };
}
