using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace HotelCorporate.Web.Html;

/// <summary>A box to tick with its words. In a form that was refused it stands as it was sent.</summary>
[HtmlTargetElement("check", Attributes = "name,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Name { get; set; } = "";

    public string Value { get; set; } = "true";

    public LocalizedString Label { get; set; } = null!;

    public bool Ticked { get; set; }

    /// <summary>Beside others of its kind.</summary>
    public bool Inline { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var ticked = FormTokenTagHelper.WasSent(context) == true ? ViewContext.HttpContext.Request.Form[Name].Contains(Value) : Ticked;
        var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        box.AddCssClass("form-check-input");
        box.MergeAttributes(new Dictionary<string, string?>(StringComparer.Ordinal) { ["type"] = "checkbox", ["name"] = Name, ["value"] = Value });
        if (ticked) box.Attributes["checked"] = "checked";
        var words = new TagBuilder("span");
        words.AddCssClass("form-check-label");
        words.InnerHtml.Append(Label.Value);

        output.TagName = "label";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Inline ? "form-check form-check-inline" : "form-check");
        output.Content.AppendHtml(box).AppendHtml(words);
    }
}
