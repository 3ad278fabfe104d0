using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HotelCorporate.Web.Html;

/// <summary>A company by what is typed in its field (<see cref="CompanyTagHelper"/>): its name or its number. One that is not known, or several, is said at the field.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CompanyAttribute : ModelBinderAttribute
{
    /// <param name="isPartEnough">Whether words that only one company has in its name will do: where nothing of weight hangs on it.</param>
    public CompanyAttribute(bool isPartEnough = false) : base(isPartEnough ? typeof(PartBinder) : typeof(WholeBinder)) => IsPartEnough = isPartEnough;

    public bool IsPartEnough { get; }

    private sealed class WholeBinder(CompanyNames names) : Binder(names, isPartEnough: false);

    private sealed class PartBinder(CompanyNames names) : Binder(names, isPartEnough: true);

    private abstract class Binder(CompanyNames names, bool isPartEnough) : IModelBinder
    {
        private const int Longest = 250;

        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (typed == ValueProviderResult.None) return;
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
            var text = typed.FirstValue?.Trim() ?? "";
            if (text.Length == 0) return;
            var (id, why) = await names.MeantAsync(text.Length > Longest ? text[..Longest] : text, isPartEnough, bindingContext.HttpContext.RequestAborted);
            if (id is { } company) bindingContext.Result = ModelBindingResult.Success(company);
            else bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, Words.Here.Say(why!));
        }
    }
}
