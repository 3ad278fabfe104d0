using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace HotelCorporate.Web.Html;

/// <summary>One field of a form: label above, what was typed or stands in it, the error beside it, a hint below. Options between its tags make it a list to choose from (<see cref="FieldOptionTagHelper"/>).</summary>
[HtmlTargetElement("field", Attributes = "name,label")]
public class FieldTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Name { get; set; } = "";

    public LocalizedString Label { get; set; } = null!;

    /// <summary>Its own where several forms of a page have a field of that name.</summary>
    public string? Id { get; set; }

    public string? Value { get; set; }

    /// <summary>Shown in the empty field.</summary>
    public string? Placeholder { get; set; }

    public bool Disabled { get; set; }

    /// <summary>In a row whose other cells say what it is: the label is only read out.</summary>
    public bool Quiet { get; set; }

    public LocalizedString? Hint { get; set; }

    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    public string? Inputmode { get; set; }

    /// <summary>More than one line.</summary>
    public int Rows { get; set; }

    /// <summary>The grid's classes; a full row otherwise.</summary>
    public string Column { get; set; } = "col-12";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var state = FormTokenTagHelper.WasSent(context) == false ? null : ViewContext.ViewData.ModelState[Name];
        var wrong = state?.Errors is [var error, ..] ? error.ErrorMessage : null;
        var typed = Type is "password" or "file" ? null : state?.AttemptedValue ?? Value;
        context.Items[typeof(FieldTagHelper)] = typed!;
        var options = await output.GetChildContentAsync();
        var id = TagBuilder.CreateSanitizedId(Id ?? Name, "_");

        var label = new TagBuilder("label");
        label.AddCssClass(Quiet ? "visually-hidden" : "form-label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label);

        var field = Field(options, typed);
        field.AddCssClass(!options.IsEmptyOrWhiteSpace ? "form-select" : "form-control");
        if (Inputmode is not null) field.AddCssClass("num");
        if (wrong is not null) field.AddCssClass("is-invalid");
        field.Attributes["id"] = id;
        field.Attributes["name"] = Name;
        if (Disabled) field.Attributes["disabled"] = "disabled";
        if (Autocomplete is not null) field.Attributes["autocomplete"] = Autocomplete;
        Furnish(field);
        List<string> described = [.. wrong is null ? Array.Empty<string>() : [id + "-wrong"], .. Hint is null ? Array.Empty<string>() : [id + "-hint"]];
        if (described.Count > 0) field.Attributes["aria-describedby"] = string.Join(' ', described);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Column);
        output.Content.SetHtmlContent(label);
        output.Content.AppendHtml(field);
        if (Offers() is { } offers) output.Content.AppendHtml(offers);
        if (wrong is not null) output.Content.AppendHtml(Note("span", "invalid-feedback", id + "-wrong", wrong));
        if (Hint is not null) output.Content.AppendHtml(Note("small", "form-hint", id + "-hint", Hint));
    }

    /// <summary>What a field of a special kind has besides.</summary>
    protected virtual void Furnish(TagBuilder field) { }

    /// <summary>What opens below a field of a special kind.</summary>
    protected virtual TagBuilder? Offers() => null;

    private TagBuilder Field(TagHelperContent options, string? typed)
    {
        if (!options.IsEmptyOrWhiteSpace)
        {
            var list = new TagBuilder("select");
            list.InnerHtml.AppendHtml(options);
            return list;
        }

        if (Rows > 0)
        {
            var text = new TagBuilder("textarea");
            text.Attributes["rows"] = Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
            text.InnerHtml.Append(typed ?? "");
            return text;
        }

        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = Type;
        if (Inputmode is not null) input.Attributes["inputmode"] = Inputmode;
        if (Placeholder is not null) input.Attributes["placeholder"] = Placeholder;
        if (typed is not null) input.Attributes["value"] = typed;
        return input;
    }

    private static TagBuilder Note(string tag, string css, string id, string text)
    {
        var note = new TagBuilder(tag);
        note.AddCssClass(css);
        note.Attributes["id"] = id;
        note.InnerHtml.Append(text);
        return note;
    }
}
