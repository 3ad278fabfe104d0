using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Html;

/// <summary>Reads dates and times as people type them and as browsers send them: 2026-04-14, 14.4.2026, 14 apr 2026; 14:30, 1430, 9.30, 9. In 4/5/2026 the person's culture says which one is the month.</summary>
public sealed class PlannedTimeBinders : IModelBinderProvider
{
    private static readonly LocalDatePattern[] DayFirst = [.. Patterns("d/M/uuuu")];

    private static readonly LocalDatePattern[] MonthFirst = [.. Patterns("M/d/uuuu")];

    private static readonly LocalTimePattern[] Times =
    [
        .. new[] { "H:mm", "H.mm", "HHmm", "H:mm:ss", "%H" }.Select(LocalTimePattern.CreateWithInvariantCulture),
    ];

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = Nullable.GetUnderlyingType(context.Metadata.ModelType) ?? context.Metadata.ModelType;
        if (type == typeof(LocalDate)) return new TextBinder<LocalDate>(() => CultureInfo.CurrentCulture.DateTimeFormat.MonthDayPattern.StartsWith('M') ? MonthFirst : DayFirst, "Type a date such as 14 Apr 2026.");
        return type == typeof(LocalTime) ? new TextBinder<LocalTime>(() => Times, "Type a time such as 14:30.") : null;
    }

    private static IEnumerable<LocalDatePattern> Patterns(string figures) =>
        new[] { "uuuu-MM-dd", "d.M.uuuu", figures, "d MMM uuuu", "d MMMM uuuu", "MMM d, uuuu" }.Select(LocalDatePattern.CreateWithInvariantCulture);

    private sealed class TextBinder<T>(Func<IReadOnlyList<IPattern<T>>> patterns, string hint) : IModelBinder where T : struct
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (typed == ValueProviderResult.None) return Task.CompletedTask;

            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
            var text = CultureInfo.InvariantCulture.TextInfo.ToTitleCase((typed.FirstValue ?? "").Trim().ToLowerInvariant());
            if (text.Length == 0 && bindingContext.ModelMetadata.IsReferenceOrNullableType) return Task.CompletedTask;
            foreach (var pattern in patterns())
            {
                if (!pattern.Parse(text).TryGetValue(default, out var value)) continue;
                bindingContext.Result = ModelBindingResult.Success(value);
                return Task.CompletedTask;
            }

            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, hint);
            return Task.CompletedTask;
        }
    }
}
