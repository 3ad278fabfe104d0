using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using HotelCorporate.Web.Database;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HotelCorporate.Web.Tests.Security;

public sealed class OverPostingOnSqlite() : OverPostingTests(new SqliteDatabase());

public sealed class OverPostingOnPostgres() : OverPostingTests(new PostgresDatabase());

/// <summary>Sends every form that an administrator finds, with a value for each property of each record beside its own fields: none of those values may be stored.</summary>
public abstract partial class OverPostingTests(SiteDatabase database) : IDisposable
{
    private const string Text = "smuggled-in";
    private const string Number = "867530986";
    private const string Day = "2097-03-14";

    private readonly GuardedSite _site = new(database, "Development", ("RateLimits:Door", "100000"), ("RateLimits:Links", "100000"));
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    [Fact]
    public async Task A_form_stores_its_own_fields_and_nothing_that_was_smuggled_in_beside_them()
    {
        var browser = _site.BrowserFrom("192.0.2.1");
        using var entered = await browser.PostAsync("/sign-in", new() { ["Email"] = "admin@demo.example", ["Password"] = "Demo-hotel-2026" });
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        var smuggled = await SmuggledAsync();
        Assert.True(smuggled.Count > 150, $"Only {smuggled.Count} properties are known.");
        foreach (var (path, form) in await FormsAsync(browser)) await SendAsync(browser, path, form, smuggled);

        foreach (var (table, rows) in await database.RowsAsync())
            Assert.All(rows.Where(row => row.Contains(Text, StringComparison.Ordinal) || row.Contains(Number, StringComparison.Ordinal) || row.Contains(Day, StringComparison.Ordinal)), row => Assert.Fail($"{table}: {row}"));
        Assert.True(_taken.Count >= 12, $"Only these forms did something: {string.Join(", ", _taken)}.");
    }

    public void Dispose()
    {
        _site.Dispose();
        database.Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>Every property of every record, and a value by which it is known again.</summary>
    private Task<Dictionary<string, string>> SmuggledAsync() => _site.InDatabaseAsync(db => Task.FromResult(db.Model.GetEntityTypes()
        .SelectMany(type => type.GetProperties().Cast<Microsoft.EntityFrameworkCore.Metadata.IReadOnlyPropertyBase>().Concat(type.GetNavigations()).Concat(type.GetComplexProperties()))
        .DistinctBy(property => property.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(property => property.Name, property => ValueOf(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType), StringComparer.OrdinalIgnoreCase)));

    private static string ValueOf(Type type) =>
        type == typeof(string) ? Text
        : type == typeof(bool) ? "true"
        : type.IsEnum ? Enum.GetNames(type)[^1]
        : type.IsPrimitive || type == typeof(decimal) ? Number
        : type.Namespace?.StartsWith("NodaTime", StringComparison.Ordinal) == true ? Day
        : Text;

    /// <summary>One form of each kind, from the pages that links lead to.</summary>
    private static async Task<List<(string Path, IHtmlFormElement Form)>> FormsAsync(HotelBrowser browser)
    {
        Queue<string> next = new(["/"]);
        HashSet<string> pages = new(["/"], StringComparer.Ordinal), kinds = new(StringComparer.Ordinal);
        List<(string Path, IHtmlFormElement Form)> forms = [];
        while (next.TryDequeue(out var address))
        {
            using var answer = await browser.GetAsync(address);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var page = await HotelBrowser.ParseAsync(answer);
            forms.AddRange(page.Forms.Where(form => string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase)).Select(form => (form.GetAttribute("action") is { Length: > 0 } action ? action : address, form)).Where(found => kinds.Add(Kind(found.Item1))));
            foreach (var target in page.Links.Select(link => (link.GetAttribute("href") ?? "").Split('#', '?')[0]).Where(link => link.StartsWith('/')))
                if (pages.Add(Kind(target))) next.Enqueue(target);
        }

        return [.. forms.Where(found => found.Path is not ("/sign-out" or "/property"))];
    }

    /// <summary>A form of more than 1,024 fields is refused as a whole.</summary>
    private const int MostFields = 900;

    private async Task SendAsync(HotelBrowser browser, string path, IHtmlFormElement form, Dictionary<string, string> smuggled)
    {
        var action = ActionBehind(path);
        var own = OwnFields(action);
        var sent = smuggled.Where(field => !own.Contains(field.Key)).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in sent.ToList())
            foreach (var parameter in action.Parameters.Where(IsForm)) sent[$"{parameter.Name}.{name}"] = value;
        foreach (var some in sent.Chunk(MostFields))
        {
            var fields = new Dictionary<string, string>(some, StringComparer.Ordinal);
            foreach (var (name, value) in Filled(form)) fields[name] = value;
            using var content = new FormUrlEncodedContent(fields);
            using var answer = await browser.Http.PostAsync(new Uri(path, UriKind.Relative), content);
            Assert.True((int)answer.StatusCode < 500 && answer.StatusCode != HttpStatusCode.BadRequest, $"{path} answered {(int)answer.StatusCode}.");
            if (answer.StatusCode == HttpStatusCode.Redirect) _taken.Add(Kind(path));
        }
    }

    private ControllerActionDescriptor ActionBehind(string path)
    {
        return _site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .First(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true && Pattern(endpoint).IsMatch(path.Split('?')[0]))
            .Metadata.GetMetadata<ControllerActionDescriptor>()!;

        static Regex Pattern(RouteEndpoint endpoint) => new("^/?" + Gap().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), "[^/]+") + "$", RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    /// <summary>What an action binds: those are its own fields, shown or not.</summary>
    private static HashSet<string> OwnFields(ControllerActionDescriptor action) => action.Parameters
        .SelectMany(parameter => IsForm(parameter) ? parameter.ParameterType.GetProperties().Select(property => property.Name) : [parameter.Name])
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static bool IsForm(ParameterDescriptor parameter) => parameter.ParameterType.Namespace!.StartsWith("HotelCorporate.Web", StringComparison.Ordinal);

    /// <summary>The form as a person sends it: what stands in it, and something sensible where it is empty.</summary>
    private static IEnumerable<(string Name, string Value)> Filled(IHtmlFormElement form)
    {
        foreach (var field in form.Elements)
            switch (field)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" or "submit" }: break;
                case IHtmlInputElement { Name: { Length: > 0 } name } input: yield return (name, input.Value.Length > 0 ? input.Value : Sensible(name)); break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area: yield return (name, area.Value.Length > 0 ? area.Value : Sensible(name)); break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select:
                    yield return (name, select.Value is { Length: > 0 } chosen ? chosen : select.Options.Select(option => option.Value).FirstOrDefault(other => other.Length > 0) ?? ""); break;
            }
    }

    private static string Sensible(string name)
    {
        var field = name.Split('.')[^1].ToLowerInvariant();
        return field switch
        {
            "email" => string.Create(CultureInfo.InvariantCulture, $"somebody{Environment.TickCount64}@client.example"),
            "from" or "optionon" or "dueon" or "day" or "date" or "on" or "receivedon" => "2026-12-03",
            "until" or "validuntil" => "2026-12-20",
            "password" or "current" => "Demo-hotel-2026",
            "new" => "Demo-hotel-2027",
            "name" or "legalname" or "tradename" or "reason" or "text" or "answer" or "method" or "description" => "Something sensible",
            "amount" or "hire" or "price" => "100",
            _ => "",
        };
    }

    private static string Kind(string address) => Digits().Replace(address, "0");

    [GeneratedRegex("[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Gap();
}
