using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Web.Documents;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HotelCorporate.Web.Html;

/// <summary>Reads amounts and percentages as people of any country type them: 9.25 and 9,25, 1,234.50 and 1.234,50, 1 234,50.</summary>
public sealed class DecimalBinders : IModelBinderProvider, IModelBinder
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType == typeof(decimal) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (typed == ValueProviderResult.None) return Task.CompletedTask;

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
        var text = typed.FirstValue?.Trim() ?? "";
        if (text.Length == 0 && bindingContext.ModelMetadata.IsReferenceOrNullableType) return Task.CompletedTask;
        var (number, wrong) = Read(text, CultureInfo.CurrentCulture); // in an address too: a form that is asked by GET was typed by the same person
        if (number is { } read) bindingContext.Result = ModelBindingResult.Success(read);
        else bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, Words.Here.Say(wrong!));
        return Task.CompletedTask;
    }

    /// <summary>The number, or what is wrong with the text.</summary>
    /// <param name="culture">Of whoever typed it: it decides whether 1,234 is one thousand or one and a bit.</param>
    public static (decimal? Number, Sentence? Wrong) Read(string text, CultureInfo culture)
    {
        var plain = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).Replace('\u2212', '-');
        var marks = plain.Where(letter => letter is '.' or ',').ToList();
        var (point, thousands) = (marks.Distinct().Count(), marks.Count) switch
        {
            (0, _) => ('.', ','),
            (2, _) => (marks[^1], marks[^1] == '.' ? ',' : '.'),
            (_, > 1) => (marks[0] == '.' ? ',' : '.', marks[0]), // 1,234,567: nobody writes two decimal marks
            _ when !LooksGrouped(plain, marks[0]) || IsMark(culture.NumberFormat.NumberDecimalSeparator, marks[0]) => (marks[0], marks[0] == '.' ? ',' : '.'),
            _ when IsMark(culture.NumberFormat.NumberGroupSeparator, marks[0]) => (marks[0] == '.' ? ',' : '.', marks[0]),
            _ => ('\0', '\0'),
        };
        if (point == '\0') return (null, $"{text} can be read in two ways. Type thousands without a mark, as in 1234, or decimals as in 1{culture.NumberFormat.NumberDecimalSeparator}2340.");

        var format = new NumberFormatInfo { NumberDecimalSeparator = $"{point}", NumberGroupSeparator = $"{thousands}" };
        var isGrouped = plain.Split(point)[0].TrimStart('-').Split(thousands) is var groups && (groups.Length == 1 || (groups[0].Length is > 0 and < 4 && groups.Skip(1).All(group => group.Length == 3)));
        return isGrouped && decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, format, out var number)
            ? (number, null)
            : (null, "Type a number such as 1234.50.");
    }

    /// <summary>1,234 and 123.456, but not 0,125: no thousands begin with a nought.</summary>
    private static bool LooksGrouped(string plain, char mark) =>
        plain.TrimStart('-').Split(mark) is [{ Length: > 0 and < 4 } whole, { Length: 3 }] && whole[0] != '0';

    private static bool IsMark(string separator, char mark) => separator.Length == 1 && separator[0] == mark;
}
