using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace HotelCorporate.Web.Seeing;

/// <summary>A piece of work that is being traced; it is counted, with its outcome, when it ends.</summary>
public sealed class Work(Activity? trace, Counter<long> counter, KeyValuePair<string, object?>[] tags) : IDisposable
{
    /// <summary>What came of it; "failed" until somebody says otherwise.</summary>
    public string Outcome { get; set; } = "failed";

    /// <summary>Says in the trace what it was about: an id, never a name.</summary>
    public void About(string what, int id) => trace?.SetTag(what, id);

    public void Dispose()
    {
        counter.Add(1, [.. tags, Telemetry.Tag("outcome", Outcome)]);
        trace?.SetTag("outcome", Outcome).SetStatus(Outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        trace?.Dispose();
    }
}
