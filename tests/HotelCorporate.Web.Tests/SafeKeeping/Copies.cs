using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace HotelCorporate.Web.Tests.SafeKeeping;

/// <summary>What tests of copies share.</summary>
internal static class Copies
{
    private const string Manifest = "manifest.json";
    private const int SealLength = 64;

    /// <summary>Changes what a copy says of itself and seals it again, as anybody can who has read how.</summary>
    public static async Task ForgeAsync(string good, string forged, Action<JsonObject> change)
    {
        File.Copy(good, forged, overwrite: true);
        await using (var zip = await ZipFile.OpenAsync(forged, ZipArchiveMode.Update))
        {
            JsonObject manifest;
            await using (var text = await zip.GetEntry(Manifest)!.OpenAsync()) manifest = (await JsonNode.ParseAsync(text))!.AsObject();
            change(manifest);
            zip.GetEntry(Manifest)!.Delete();
            await using (var text = await zip.CreateEntry(Manifest).OpenAsync()) await text.WriteAsync(Encoding.UTF8.GetBytes(manifest.ToJsonString()));
        }

        var bytes = await File.ReadAllBytesAsync(forged);
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, bytes.Length - SealLength)))).CopyTo(bytes.AsSpan(bytes.Length - SealLength));
        await File.WriteAllBytesAsync(forged, bytes);
    }

    public static void AssertDone((int Code, string Said) command) => Assert.True(command.Code == 0, command.Said);

    /// <summary>It said no in a sentence, not with a trace of its inside.</summary>
    public static void AssertRefused((int Code, string Said) command, string why)
    {
        Assert.Contains(why, command.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", command.Said, StringComparison.Ordinal);
        Assert.Equal(1, command.Code);
    }

    /// <param name="aside">Rows that may differ.</param>
    public static void AssertSame(SortedDictionary<string, List<string>> before, SortedDictionary<string, List<string>> after, Predicate<string>? aside = null)
    {
        Assert.Equal(before.Keys, after.Keys);
        foreach (var (table, rows) in before) Assert.Equal(Kept(rows), Kept(after[table]));

        List<string> Kept(List<string> rows) => aside is null ? rows : rows.FindAll(row => !aside(row));
    }
}
