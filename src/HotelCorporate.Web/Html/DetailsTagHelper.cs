using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HotelCorporate.Web.Html;

/// <summary>What is folded away stands open when the form inside was sent: its error and what was typed are seen.</summary>
[HtmlTargetElement("details")]
public sealed class DetailsTagHelper : TagHelper
{
    /// <summary>Called by a form inside that was sent.</summary>
    public static void Open(TagHelperContext context)
    {
        if (context.Items.TryGetValue(typeof(DetailsTagHelper), out var fold)) ((Fold)fold).IsOpen = true;
    }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var fold = new Fold();
        context.Items[typeof(DetailsTagHelper)] = fold;
        await output.GetChildContentAsync();
        if (fold.IsOpen) output.Attributes.SetAttribute("open", "open");
    }

    private sealed class Fold
    {
        public bool IsOpen { get; set; }
    }
}
