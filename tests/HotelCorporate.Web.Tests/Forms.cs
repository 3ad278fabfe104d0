using AngleSharp.Html.Dom;

namespace HotelCorporate.Web.Tests;

/// <summary>Sends a form without asking for its page each time: a person's antiforgery token is good for all of their forms.</summary>
internal static class Forms
{
    /// <summary>The hidden fields of the form whose address ends so, but for the token of that one page.</summary>
    public static async Task<Dictionary<string, string>> FieldsAsync(HotelBrowser browser, string page, string addressEnd)
    {
        var document = await browser.PageAsync(page);
        var form = document.Forms.FirstOrDefault(form => form.Action.EndsWith(addressEnd, StringComparison.Ordinal)) ?? document.Forms.First(form => form.Elements.OfType<IHtmlInputElement>().Any(input => input.Name == "__RequestVerificationToken"));
        return form.Elements.OfType<IHtmlInputElement>().Where(input => input.Name == "__RequestVerificationToken").ToDictionary(input => input.Name!, input => input.Value);
    }

    /// <summary>What a browser would send of the form as it stands: ticked boxes, chosen options, all that is typed; but for the tokens of that one page.</summary>
    public static List<KeyValuePair<string, string>> AsShown(IHtmlFormElement form) =>
    [
        .. form.Elements.Where(element => element.GetAttribute("name") is { } name && !name.StartsWith("__", StringComparison.Ordinal) && name != "form-token" && !element.HasAttribute("disabled") && element is not IHtmlInputElement { Type: "checkbox", IsChecked: false })
            .Select(element => KeyValuePair.Create(element.GetAttribute("name")!, element switch
            {
                IHtmlSelectElement list => list.Value ?? "", IHtmlTextAreaElement text => text.Value, IHtmlInputElement input => input.Value, _ => "",
            })),
    ];

    public static IHtmlFormElement FormTo(this IHtmlDocument page, string address) => page.Forms.First(form => form.GetAttribute("action") == address);

    /// <summary>Sends the form as it stands on the page, with some fields typed over.</summary>
    public static async Task<HttpResponseMessage> SendShownAsync(this HotelBrowser browser, string page, string address, Dictionary<string, string>? typed = null)
    {
        var form = (await browser.PageAsync(page)).FormTo(address);
        var token = form.Elements.OfType<IHtmlInputElement>().First(input => input.Name == "__RequestVerificationToken");
        var fields = AsShown(form).Where(field => typed?.ContainsKey(field.Key) != true).Concat(typed ?? []).Append(KeyValuePair.Create(token.Name!, token.Value)).ToList();
        using var content = new FormUrlEncodedContent(fields);
        return await browser.Http.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    public static async Task<HttpResponseMessage> SendAsync(HotelBrowser browser, string address, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await browser.Http.PostAsync(new Uri(address, UriKind.Relative), content);
    }
}

/// <summary>Waits for what another program does, by looking.</summary>
internal static class Soon
{
    public static async Task IsAsync(Func<Task<bool>> look)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await look()) await again.WaitForNextTickAsync(patience.Token);
    }
}
