using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HotelCorporate.Web.Html;

/// <summary>An option of a <see cref="FieldTagHelper"/>: in a form that was refused the one that was sent stays chosen.</summary>
[HtmlTargetElement("option", ParentTag = "field", Attributes = "value")]
public sealed class FieldOptionTagHelper : TagHelper
{
    /// <summary>After the one of the framework.</summary>
    public override int Order => 1;

    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("value", Value ?? "");
        if (!context.Items.TryGetValue(typeof(FieldTagHelper), out var chosen) || chosen is not string) return;
        output.Attributes.RemoveAll("selected");
        if (string.Equals((string)chosen, Value ?? "", StringComparison.Ordinal)) output.Attributes.SetAttribute("selected", "selected");
    }
}
