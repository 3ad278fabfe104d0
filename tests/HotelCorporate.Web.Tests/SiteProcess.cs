using System.Diagnostics;
using System.Net;
using System.Text;

namespace HotelCorporate.Web.Tests;

/// <summary>The built site as a program of its own, which can be killed.</summary>
public sealed class SiteProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private SiteProcess(Process process) => _process = process;

    public Uri Address { get; private set; } = null!;

    /// <summary>What it wrote on the console so far.</summary>
    public string Said
    {
        get { lock (_said) return _said.ToString(); }
    }

    private static string Program
    {
        get
        {
            var bin = new DirectoryInfo(AppContext.BaseDirectory); // .../bin/Debug/net10.0
            var root = bin;
            while (!File.Exists(Path.Combine(root.FullName, "HotelCorporate.sln"))) root = root.Parent!;
            return Path.Combine(root.FullName, "src", "HotelCorporate.Web", "bin", bin.Parent!.Name, bin.Name, "HotelCorporate.Web.dll");
        }
    }

    /// <summary>Starts the site and waits until it says where it is.</summary>
    /// <param name="port">The port that it had before; a free one otherwise.</param>
    public static async Task<SiteProcess> StartAsync(SiteDatabase database, IReadOnlyDictionary<string, string>? more = null, int port = 0)
    {
        var settings = new Dictionary<string, string>(database.Settings, StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}", ["Logging:LogLevel:Default"] = "Warning", ["hostBuilder:reloadConfigOnChange"] = "false",
            ["Mail:Pickup"] = Path.Combine(Path.GetTempPath(), "hotel-no-mails"),
        };
        foreach (var (name, value) in more ?? new Dictionary<string, string>(StringComparer.Ordinal)) settings[name] = value;
        var site = new SiteProcess(Run(settings, []));
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = Task.Run(async () =>
        {
            while (await site._process.StandardOutput.ReadLineAsync() is { } line)
            {
                lock (site._said) site._said.AppendLine(line);
                const string Greeting = "HotelCorporate is at ";
                if (line.StartsWith(Greeting, StringComparison.Ordinal)) listening.TrySetResult(new Uri(line[Greeting.Length..].Split(' ')[0]));
            }

            listening.TrySetException(new InvalidOperationException("The site ended before it listened: " + site.Said + await site._process.StandardError.ReadToEndAsync()));
        });
        try
        {
            site.Address = await listening.Task.WaitAsync(TimeSpan.FromMinutes(2));
            return site;
        }
        catch
        {
            site.Dispose();
            throw;
        }
    }

    /// <summary>Runs one of the program's commands to its end.</summary>
    public static async Task<(int Code, string Said)> CommandAsync(SiteDatabase database, params string[] words)
    {
        using var process = Run(new Dictionary<string, string>(database.Settings, StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Production" }, words);
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }

    public HotelBrowser Browser() => BrowserAt(Address);

    /// <summary>A browser that follows no redirect and keeps its cookies, whichever node answers at the address.</summary>
    public static HotelBrowser BrowserAt(Uri address) =>
        new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address });

    public async Task<HotelBrowser> SignedInAsync(string email)
    {
        var browser = Browser();
        using var answer = await browser.PostAsync("/sign-in", new() { ["Email"] = email, ["Password"] = "Demo-hotel-2026" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    /// <summary>kill -9: it gets no chance to put anything in order.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Asks it to end, as a service manager does, and gives its exit code once it has.</summary>
    public async Task<int> EndAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await signal.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }

    private static Process Run(Dictionary<string, string> settings, string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return Process.Start(start)!;
    }
}
