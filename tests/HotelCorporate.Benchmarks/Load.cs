using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Html.Parser;

namespace HotelCorporate.Benchmarks;

/// <summary>Asks a running site over several connections for some seconds, reads every answer to its end, and says how fast it was.</summary>
internal static class Load
{
    private static readonly HtmlParser Parser = new();

    /// <summary>Whole words, half words, misspelt ones and two words, of the companies and people that "seed scale --companies" makes; some are in few names, some in thousands.</summary>
    private static readonly string[] Finds = ["Alaban", "merbe", "norcogen", "Quinhidia", "zenvazn", "tirlinet", "solnakos pharma", "gran", "pharma", "wesmoltek", "Lumrafn enrgy", "yorsi valti", "company 042", "meeting 1", "kalpimar bank", "HC-2026-0142"];

    public static async Task<int> RunAsync(string[] args)
    {
        var url = Text(args, "--url", "http://127.0.0.1:5000");
        var page = Text(args, "--page", "day");
        var connections = int.Parse(Text(args, "--connections", "8"), CultureInfo.InvariantCulture);
        var seconds = int.Parse(Text(args, "--seconds", "20"), CultureInfo.InvariantCulture);
        var bookings = int.Parse(Text(args, "--bookings", "20000"), CultureInfo.InvariantCulture);

        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = connections, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None };
        using var http = new HttpClient(handler) { BaseAddress = new Uri(url) };
        await SignInAsync(http);
        var prefix = Text(args, "--prefix", DateTime.UtcNow.ToString("HHmmss", CultureInfo.InvariantCulture));
        if (page == "offer") return await OfferLoad.MakeAsync(http, prefix, Text(args, "--account", "1"));
        var job = page switch
        {
            "price" => await OfferLoad.PricingAsync(http, Text(args, "--form", "/bookings/1/quotes/new")),
            "workbench" => OfferLoad.WorkingOut(http, Text(args, "--form", "/packages/1/workbench")),
            "create" => await CreatingAsync(http, prefix),
            "move" => await MovingAsync(http, prefix),
            _ => Reading(http, page, bookings),
        };

        await MeasureAsync(job, connections, TimeSpan.FromSeconds(3), start: 0); // warm-up
        using var site = Text(args, "--process", "") is { Length: > 0 } id ? Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture)) : null;
        var worked = site?.TotalProcessorTime;
        var (took, failed, elapsed) = await MeasureAsync(job, connections, TimeSpan.FromSeconds(seconds), start: 1_000_000);
        took.Sort();
        if (took.Count == 0) { Console.WriteLine($"{page}: nothing succeeded, {failed} failed"); return 1; }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{page} x{connections}: {took.Count / elapsed.TotalSeconds:0.0}/s  p50 {At(0.50):0.0} ms  p99 {At(0.99):0.0} ms  max {took[^1]:0.0} ms  {took.Count} answers, {failed} failed{Site()}"));
        return failed == 0 ? 0 : 1;

        // What the site itself worked for each answer does not depend on what else the machine does.
        string Site()
        {
            if (site is null) return "";
            site.Refresh();
            return string.Create(CultureInfo.InvariantCulture, $"  site: {(site.TotalProcessorTime - worked!.Value).TotalMilliseconds / took.Count:0.00} ms of processor an answer, {site.WorkingSet64 / 1_000_000} MB");
        }

        double At(double part) => took[Math.Min(took.Count - 1, (int)(took.Count * part))];
    }

    private static async Task<(List<double> Took, int Failed, TimeSpan Elapsed)> MeasureAsync(Func<int, Task<bool>> job, int connections, TimeSpan during, int start)
    {
        var (next, failed) = (start, 0);
        var clock = Stopwatch.StartNew();
        var each = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            var took = new List<double>();
            while (clock.Elapsed < during)
            {
                var began = Stopwatch.GetTimestamp();
                if (await job(Interlocked.Increment(ref next))) took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                else Interlocked.Increment(ref failed);
            }

            return took;
        })));
        return ([.. each.SelectMany(took => took)], failed, clock.Elapsed);
    }

    /// <summary>A page of a day or a booking that is another each time; the answer must hold the page's own data.</summary>
    private static Func<int, Task<bool>> Reading(HttpClient http, string page, int bookings)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        return async n =>
        {
            var date = today.AddDays((n * 37 % 340) - 170).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var (address, holds) = page switch
            {
                "day" or "week" or "month" => ($"/diary?view={page}&date={date}", "Meeting "),
                "booking" => ($"/bookings/{1 + (n * 7919L % bookings)}", "Meeting "),
                "bookings" => ("/bookings", "Meeting "),
                "find" => ("/find/rows?q=" + Uri.EscapeDataString(Finds[n % Finds.Length]), "found-title"),
                _ => (page, page.EndsWith("pdf", StringComparison.Ordinal) ? "%PDF" : "</html>"),
            };
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
            var body = await answer.Content.ReadAsByteArrayAsync();
            return answer.StatusCode == HttpStatusCode.OK && body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(holds)) >= 0;
        };
    }

    /// <summary>An inquiry with a function and its option date: one form, a hold that is stored. Each takes a slot that nobody else asks for.</summary>
    private static async Task<Func<int, Task<bool>>> CreatingAsync(HttpClient http, string prefix)
    {
        var (token, rooms, account) = await InquiryAsync(http);
        var beginning = new DateOnly(2031, 1, 1).AddDays(int.Parse(prefix, CultureInfo.InvariantCulture) % 20_000);
        return async n =>
        {
            var slot = n % 1_000_000 + (n >= 1_000_000 ? 20_000 : 0);
            var day = beginning.AddDays(slot / (rooms.Count * 8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var hour = 1 + (slot / rooms.Count % 8 * 2);
            using var booked = await PostAsync(http, token, "/bookings/new", new()
            {
                ["AccountId"] = account, ["Name"] = $"Load {prefix} {n}", ["Functions[0].Name"] = "Meeting", ["Functions[0].Date"] = day, ["Functions[0].From"] = $"{hour}:00", ["Functions[0].Until"] = $"{hour + 1}:00",
                ["Functions[0].SpaceId"] = rooms[slot % rooms.Count], ["Functions[0].Style"] = "Boardroom", ["Functions[0].People"] = "10",
                ["OptionOn"] = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            });
            return booked.StatusCode == HttpStatusCode.Found;
        };
    }

    /// <summary>A booking on option with forty functions in four rooms on ten days moves to and fro by a week: all of it each time. One connection.</summary>
    private static async Task<Func<int, Task<bool>>> MovingAsync(HttpClient http, string prefix)
    {
        var (token, rooms, account) = await InquiryAsync(http);
        var first = new DateOnly(2101, 1, 3).AddDays(int.Parse(prefix, CultureInfo.InvariantCulture) % 20_000);
        var fields = new Dictionary<string, string> { ["AccountId"] = account, ["Name"] = $"Forty {prefix}", ["OptionOn"] = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        for (var i = 0; i < 40; i++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"Functions[{i}].");
            (fields[at + "Name"], fields[at + "Date"], fields[at + "From"], fields[at + "Until"]) = ($"Session {i}", first.AddDays(i / 4).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "9:00", "12:00");
            (fields[at + "SpaceId"], fields[at + "Style"], fields[at + "People"]) = (rooms[i % 4], "Boardroom", "12");
        }

        using var made = await PostAsync(http, token, "/bookings/new", fields);
        var booking = made.Headers.Location!.OriginalString;
        Console.WriteLine(booking);
        var (isLater, turn) = (false, new SemaphoreSlim(1));
        return async _ =>
        {
            await turn.WaitAsync();
            try
            {
                isLater = !isLater;
                using var moved = await PostAsync(http, token, booking + "/move", new() { ["firstDay"] = first.AddDays(isLater ? 7 : 0).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["reason"] = "measured" });
                return moved.StatusCode == HttpStatusCode.Found;
            }
            finally
            {
                turn.Release();
            }
        };
    }

    internal static async Task<(string Token, List<string> Rooms, string Account)> InquiryAsync(HttpClient http)
    {
        var form = Parser.ParseDocument(await http.GetStringAsync(new Uri("/bookings/new", UriKind.Relative)));
        return (form.QuerySelector("form[action='/bookings/new'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
            [.. form.QuerySelectorAll("[name='Functions[0].SpaceId'] option").Select(option => option.GetAttribute("value")!).Where(value => value.Length > 0).Take(18)],
            Parser.ParseDocument(await http.GetStringAsync(new Uri("/accounts", UriKind.Relative))).QuerySelector("main td a[href^='/accounts/']")!.GetAttribute("href")!.Split('/')[^1]);
    }

    internal static async Task<HttpResponseMessage> PostAsync(HttpClient http, string token, string address, Dictionary<string, string> fields)
    {
        fields["__RequestVerificationToken"] = token;
        fields["form-token"] = Guid.NewGuid().ToString("N");
        using var content = new FormUrlEncodedContent(fields);
        var answer = await http.PostAsync(new Uri(address, UriKind.Relative), content);
        await answer.Content.ReadAsByteArrayAsync();
        return answer;
    }

    private static async Task SignInAsync(HttpClient http)
    {
        var page = Parser.ParseDocument(await http.GetStringAsync(new Uri("/sign-in", UriKind.Relative)));
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
            ["Email"] = "sales@demo.example", ["Password"] = "Demo-hotel-2026",
        });
        using var answer = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), content);
        if (answer.StatusCode != HttpStatusCode.Found) throw new InvalidOperationException($"Signing in answered {(int)answer.StatusCode}.");
    }

    private static string Text(string[] args, string name, string otherwise)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : otherwise;
    }
}
