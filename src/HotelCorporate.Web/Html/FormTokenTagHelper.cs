using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HotelCorporate.Web.Html;

/// <summary>Prints into each posted form the antiforgery token and a fresh token for <see cref="OncePerFormAttribute"/>. Such a form always names its action.</summary>
[HtmlTargetElement("form", Attributes = "[method=post],action")]
public sealed class FormTokenTagHelper(IHtmlGenerator html) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.PostContent.AppendHtml(html.GenerateAntiforgery(ViewContext));
        output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{OncePerFormAttribute.Field}\" value=\"{Guid.NewGuid():N}\">");
    }
}
