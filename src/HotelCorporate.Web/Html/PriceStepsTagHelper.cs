using HotelCorporate.Domain.Amounts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HotelCorporate.Web.Html;

/// <summary>How a price came about, step by step; the last one is the price; then what follows from it. An offer of three alternatives shows hundreds of them: it is no view of its own.</summary>
[HtmlTargetElement("price-steps", Attributes = "of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PriceStepsTagHelper : TagHelper
{
    public IReadOnlyList<PriceStep> Of { get; set; } = [];

    /// <summary>What follows: quantity, service, tax.</summary>
    public IEnumerable<PriceStep> Then { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "price-steps");
        for (var i = 0; i < Of.Count; i++) Add(Of[i], isPrice: i == Of.Count - 1);
        foreach (var step in Then) Add(step, isPrice: false);

        void Add(PriceStep step, bool isPrice) => output.Content.AppendHtml(isPrice ? "<li class=\"fw-semibold\"><span>" : "<li><span>").Append(Show.Say(step.Text))
            .AppendHtml("</span><span class=\"num\">").Append(step.Amount?.ToString("#,##0.00####", System.Globalization.CultureInfo.CurrentCulture) ?? "").AppendHtml("</span></li>");
    }
}
