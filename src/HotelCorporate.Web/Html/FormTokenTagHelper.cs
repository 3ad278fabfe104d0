using HotelCorporate.Web.Database;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HotelCorporate.Web.Html;

/// <summary>
/// Prints into each posted form the antiforgery token, a fresh token for <see cref="OncePerFormAttribute"/>, the form's own address, and for people of the house the hotel that it is for (<see cref="SameHotelAttribute"/>). Such a form always names its action.
/// Of several forms on a refused page, only the one that was sent shows what was typed and what is wrong (see <see cref="WasSent"/>).
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post],action")]
public sealed class FormTokenTagHelper(IHtmlGenerator html, CurrentProperty hotel) : TagHelper
{
    /// <summary>The hidden field with the form's address; a button may send the form elsewhere.</summary>
    private const string Address = "form-address";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Action { get; set; } = "";

    /// <summary>Before the framework's own helper, which makes an address and a token of its own for a form that seems to have no address.</summary>
    public override int Order => -2000;

    /// <summary>Whether the page answers to the form around this element; null outside of forms.</summary>
    public static bool? WasSent(TagHelperContext context) => context.Items.TryGetValue(typeof(FormTokenTagHelper), out var sent) ? (bool)sent : null;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var isSent = request.HasFormContentType && (request.Form[Address] == Action || string.Equals(request.Path, Action, StringComparison.OrdinalIgnoreCase));
        context.Items[typeof(FormTokenTagHelper)] = isSent;
        if (isSent) DetailsTagHelper.Open(context);
        output.Attributes.SetAttribute("action", Action);
        output.PostContent.AppendHtml(html.GenerateAntiforgery(ViewContext));
        output.PostContent.AppendHtml(Hidden(OncePerFormAttribute.Field, $"{Guid.NewGuid():N}")).AppendHtml(Hidden(Address, Action));
        if (ViewContext.HttpContext.User.UserId() is null) return;
        output.PostContent.AppendHtml(Hidden(SameHotelAttribute.Field, (await hotel.GetAsync(ViewContext.HttpContext.RequestAborted)).Code));
    }

    private static TagBuilder Hidden(string name, string value)
    {
        var field = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        field.MergeAttributes(new Dictionary<string, string?>(StringComparer.Ordinal) { ["type"] = "hidden", ["name"] = name, ["value"] = value });
        return field;
    }
}
