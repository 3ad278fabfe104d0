using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HotelCorporate.Web.Html;

/// <summary>A field in which one types a part of a company's name and chooses; without script one types the whole name or its number. What is sent is read by <see cref="CompanyAttribute"/>.</summary>
[HtmlTargetElement("company", Attributes = "name,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CompanyTagHelper(CompanyNames names) : FieldTagHelper
{
    /// <summary>The company that stands in the field.</summary>
    public int? Chosen { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Chosen is { } id && ViewContext.ViewData.ModelState[Name]?.AttemptedValue is null) Value = await names.TextAsync(id, ViewContext.HttpContext.RequestAborted);
        Autocomplete = "off";
        await base.ProcessAsync(context, output);
        output.Attributes.SetAttribute("class", Column + " company-field");
    }

    protected override void Furnish(TagBuilder field)
    {
        field.MergeAttributes(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["data-companies"] = "/accounts/names", ["role"] = "combobox", ["aria-autocomplete"] = "list", ["aria-expanded"] = "false", ["aria-controls"] = ListId, ["spellcheck"] = "false", ["maxlength"] = "250",
        });
    }

    protected override TagBuilder Offers()
    {
        var list = new TagBuilder("div");
        list.MergeAttributes(new Dictionary<string, string?>(StringComparer.Ordinal) { ["id"] = ListId, ["role"] = "listbox", ["class"] = "companies", ["hidden"] = "hidden", ["aria-label"] = Words.Here["Found"] });
        return list;
    }

    private string ListId => TagBuilder.CreateSanitizedId(Id ?? Name, "_") + "-companies";
}
