using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HotelCorporate.Domain;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace HotelCorporate.Web.Database.SafeKeeping;

/// <summary>
/// The one file that a copy is: a zip with a manifest, whose last 64 characters (the zip's own comment) are the SHA-256 of everything
/// before them. A single changed byte, wherever it stands, is noticed before anything of it is used.
/// </summary>
internal sealed class CopyFile : IDisposable
{
    private const int SealLength = 64;
    private const string ManifestName = "manifest.json";
    private const long LongestManifest = 1 << 20;
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
    private readonly ZipArchive _zip;

    private CopyFile(ZipArchive zip, CopyManifest manifest)
    {
        _zip = zip;
        Manifest = manifest;
    }

    public CopyManifest Manifest { get; }

    /// <summary>Writes the file whole or not at all; only its owner may read it, since the keys of the site's links and sign-ins are in it.</summary>
    /// <param name="readBack">Reads what was written once more, before it gets its name.</param>
    public static async Task<CopyManifest> WriteAsync(string file, Func<ZipArchive, Task<CopyManifest>> fill, Func<string, Task> readBack, CancellationToken cancel)
    {
        var part = file + ".part";
        try
        {
            CopyManifest manifest;
            File.Delete(part);
            await using (var stream = OwnFile(part))
            {
                using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
                {
                    zip.Comment = new string('0', SealLength);
                    manifest = await fill(zip);
                    await using var text = await zip.CreateEntry(ManifestName).OpenAsync(cancel);
                    await JsonSerializer.SerializeAsync(text, manifest, Json, cancel);
                }

                stream.Position = stream.Length - SealLength;
                await stream.WriteAsync(Encoding.ASCII.GetBytes(await SealOfAsync(stream, cancel)), cancel);
                stream.Flush(flushToDisk: true);
            }

            await readBack(part);
            File.Move(part, file);
            return manifest;
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <exception cref="HouseRuleException">It is damaged, or no copy of this program.</exception>
    public static async Task<CopyFile> OpenAsync(string file, CancellationToken cancel)
    {
        if (!File.Exists(file)) throw new HouseRuleException($"There is no file {file}.");
        var stream = File.OpenRead(file);
        try
        {
            var start = new byte[4];
            if (await stream.ReadAtLeastAsync(start, 4, throwOnEndOfStream: false, cancel) < 4 || !start.AsSpan().SequenceEqual("PK\u0003\u0004"u8))
                throw new HouseRuleException($"{file} is not a copy made by HotelCorporate. Nothing was changed.");
            stream.Position = Math.Max(0, stream.Length - SealLength);
            var seal = new byte[SealLength];
            var length = await stream.ReadAtLeastAsync(seal, SealLength, throwOnEndOfStream: false, cancel);
            if (Encoding.ASCII.GetString(seal, 0, length) != await SealOfAsync(stream, cancel))
                throw new HouseRuleException($"{file} is damaged, or not a copy made by HotelCorporate: its seal does not fit what is in it. Nothing was changed; take another copy.");
            stream.Position = 0;
            var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            return new CopyFile(zip, await ManifestOfAsync(zip, file, cancel));
        }
        catch (InvalidDataException broken)
        {
            await stream.DisposeAsync();
            throw new HouseRuleException($"{file} is damaged: {broken.Message} Nothing was changed; take another copy.", broken);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>A part of the copy. It gives the bytes that the manifest announces and no more, however much was packed into it.</summary>
    /// <exception cref="HouseRuleException">It is not there, or has another length than the manifest says.</exception>
    public async Task<Stream> PartAsync(string name, CancellationToken cancel)
    {
        var entry = _zip.GetEntry(name) ?? throw new HouseRuleException($"The copy lacks its part {name}. Nothing was changed; take another copy.");
        if (Manifest.Parts.FirstOrDefault(part => part.Name == name)?.Bytes != entry.Length) throw new HouseRuleException($"The part {name} of the copy is not as long as its manifest says. Nothing was changed; take another copy.");
        return await entry.OpenAsync(cancel);
    }

    /// <summary>A new file that only its owner may read, whatever the computer's custom is.</summary>
    public static FileStream OwnFile(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(file, options);
    }

    public void Dispose() => _zip.Dispose();

    private static async Task<CopyManifest> ManifestOfAsync(ZipArchive zip, string file, CancellationToken cancel)
    {
        CopyManifest? manifest = null;
        if (zip.GetEntry(ManifestName) is { Length: <= LongestManifest } entry)
        {
            try
            {
                await using var text = await entry.OpenAsync(cancel);
                manifest = await JsonSerializer.DeserializeAsync<CopyManifest>(text, Json, cancel);
            }
            catch (JsonException)
            {
                // Somebody else's manifest: refused below.
            }
        }

        if (manifest is not { Application: CopyManifest.ThisApplication }) throw new HouseRuleException($"{file} is not a copy made by HotelCorporate. Nothing was changed.");
        if (manifest.Format != CopyManifest.ThisFormat) throw new HouseRuleException($"{file} has the format \"{manifest.Format}\", which this version does not read. Take the version that made it.");
        return manifest;
    }

    /// <summary>The SHA-256 of all but the seal; the stream stands where the seal begins afterwards.</summary>
    private static async Task<string> SealOfAsync(FileStream stream, CancellationToken cancel)
    {
        stream.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        for (var left = stream.Length - SealLength; left > 0;)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancel);
            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
