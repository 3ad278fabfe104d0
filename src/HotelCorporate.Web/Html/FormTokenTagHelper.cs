using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HotelCorporate.Web.Html;

/// <summary>Prints a fresh token into each posted form, for <see cref="OncePerFormAttribute"/>.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormTokenTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{OncePerFormAttribute.Field}\" value=\"{Guid.NewGuid():N}\">");
}
