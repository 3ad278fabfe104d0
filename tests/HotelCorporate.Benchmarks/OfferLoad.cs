using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace HotelCorporate.Benchmarks;

/// <summary>A large offer, made with the site's own forms, and the questions of a seller who types: what does it come to now.</summary>
internal static class OfferLoad
{
    private const int Functions = 20;
    private const int Lines = 200;

    private static readonly HtmlParser Parser = new();

    /// <summary>Three alternatives with 200 lines each: a package on each of twenty days, and extras. It is sent; its addresses are written to the console.</summary>
    /// <param name="account">A company with somebody to write to.</param>
    public static async Task<int> MakeAsync(HttpClient http, string prefix, string account)
    {
        var (token, _, _) = await Load.InquiryAsync(http);
        var first = new DateOnly(2031, 3, 3).AddDays(int.Parse(prefix, CultureInfo.InvariantCulture) % 2_000);
        var inquiry = new Dictionary<string, string> { ["AccountId"] = account, ["Name"] = $"Large offer {prefix}" };
        for (var i = 0; i < Functions; i++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"Functions[{i}].");
            (inquiry[at + "Name"], inquiry[at + "Date"], inquiry[at + "From"], inquiry[at + "Until"]) = ($"Day {i + 1}", Day(first, i), "9:00", "17:00");
            (inquiry[at + "Style"], inquiry[at + "People"]) = ("Theatre", "40");
        }

        var booking = await LedAsync(await Load.PostAsync(http, token, "/bookings/new", inquiry));
        var form = Typed(await FormAsync(http, booking + "/quotes/new"));
        var parts = Parts(await http.GetStringAsync(new Uri("/packages/" + form["Functions[0].PackageId"], UriKind.Relative)));
        for (var i = 0; i < Lines - (Functions * parts); i++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"Extras[{i}].");
            (form[at + "Description"], form[at + "RevenueClass"], form[at + "Quantity"], form[at + "Price"], form[at + "For"]) = ($"Extra {i + 1}", "Other", "2", "25.50", string.Create(CultureInfo.InvariantCulture, $"{(i % Functions) + 1}"));
        }

        var draft = await LedAsync(await Load.PostAsync(http, token, booking + "/quotes/new", form));
        foreach (var later in new[] { 7, 14 })
        {
            var other = Typed(await FormAsync(http, draft + "/alternative"));
            other["AlternativeName"] = string.Create(CultureInfo.InvariantCulture, $"{later} days later");
            for (var i = 0; i < Functions; i++) other[string.Create(CultureInfo.InvariantCulture, $"Functions[{i}].Date")] = Day(first, i + later);
            await LedAsync(await Load.PostAsync(http, token, draft + "/alternative", other));
        }

        await LedAsync(await Load.PostAsync(http, token, draft + "/send", []));
        var page = Parser.ParseDocument(await http.GetStringAsync(new Uri(draft, UriKind.Relative)));
        var link = page.QuerySelector("a[href*='/offers/']")!.GetAttribute("href")!;
        Console.WriteLine($"page {draft}\npdf {draft}/pdf\nform {booking}/quotes/new\nclient {link[link.IndexOf("/offers/", StringComparison.Ordinal)..]}\nlines {page.QuerySelectorAll("table.priced button.price").Length}");
        return 0;
    }

    /// <summary>The live answer of an offer's form: the form as it stands, with another price each time.</summary>
    public static async Task<Func<int, Task<bool>>> PricingAsync(HttpClient http, string address)
    {
        var shown = await FormAsync(http, address);
        var (fields, priced) = (Typed(shown), shown.GetAttribute("data-priced")!);
        fields["__RequestVerificationToken"] = shown.Elements.OfType<IHtmlInputElement>().First(input => input.Name == "__RequestVerificationToken").Value;
        return async n =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(priced, UriKind.Relative)) { Content = new FormUrlEncodedContent(new Dictionary<string, string>(fields, StringComparer.Ordinal) { ["Functions[0].Price"] = string.Create(CultureInfo.InvariantCulture, $"{60 + (n % 10)}") }) };
            return await WorthAsync(http, request);
        };
    }

    /// <summary>The live answer of a package's workbench, for another party at another price each time.</summary>
    public static Func<int, Task<bool>> WorkingOut(HttpClient http, string address) => async n =>
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(string.Create(CultureInfo.InvariantCulture, $"{address}?People={20 + (n % 50)}&Price={60 + (n % 10)}&TakenOut=Golf&Added[0].Name=Wine&Added[0].RevenueClass=Beverage&Added[0].Amount=6&Added[0].Cost=2"), UriKind.Relative));
        return await WorthAsync(http, request);
    };

    private static async Task<bool> WorthAsync(HttpClient http, HttpRequestMessage request)
    {
        request.Headers.Add("X-Part", "worth");
        using var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.OK && body.AsSpan().IndexOf(Encoding.UTF8.GetBytes("worth-total")) >= 0;
    }

    private static async Task<IHtmlFormElement> FormAsync(HttpClient http, string address) =>
        (IHtmlFormElement)Parser.ParseDocument(await http.GetStringAsync(new Uri(address, UriKind.Relative))).QuerySelector("form[data-priced]")!;

    /// <summary>What a browser would send of the form as it stands.</summary>
    private static Dictionary<string, string> Typed(IHtmlFormElement form)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in form.Elements.Where(element => element.GetAttribute("name") is not null && element is not IHtmlInputElement { Type: "checkbox", IsChecked: false }))
            fields[element.GetAttribute("name")!] = element switch { IHtmlSelectElement list => list.Value ?? "", IHtmlTextAreaElement text => text.Value, IHtmlInputElement input => input.Value, _ => "" };
        return fields;
    }

    private static int Parts(string page) => Parser.ParseDocument(page).QuerySelectorAll("table.card-table")[0].QuerySelectorAll("tbody tr").Length;

    private static async Task<string> LedAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            if (answer.StatusCode == HttpStatusCode.Found) return answer.Headers.Location!.OriginalString;
            var page = Parser.ParseDocument(await answer.Content.ReadAsStringAsync());
            throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri} answered {(int)answer.StatusCode}: {page.QuerySelector("[role=alert]")?.TextContent.Trim()}");
        }
    }

    private static string Day(DateOnly first, int days) => first.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
