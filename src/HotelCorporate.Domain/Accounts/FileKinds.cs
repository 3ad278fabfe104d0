using System.IO.Compression;

namespace HotelCorporate.Domain.Accounts;

/// <summary>The kinds of files that are kept.</summary>
public enum FileKind
{
    Pdf,
    Jpeg,
    Png,
    Word,
    Excel,
}

/// <summary>Tells what a file is by its content, whatever its name says.</summary>
public static class FileKinds
{
    private const int LongestName = 120;

    /// <summary>Null for every other kind, and for office files with macros.</summary>
    public static FileKind? Of(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("%PDF-"u8)) return FileKind.Pdf;
        if (bytes is [0xFF, 0xD8, 0xFF, ..]) return FileKind.Jpeg;
        if (bytes is [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..]) return FileKind.Png;
        return bytes is [0x50, 0x4B, 0x03, 0x04, ..] ? Office(bytes) : null;
    }

    public static string ContentType(FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };

    /// <summary>The name without folders and signs that files cannot have, and with the ending of what it is: "offer.exe" that is a PDF is "offer.pdf".</summary>
    public static string Named(string name, FileKind kind)
    {
        var last = name.Split('/', '\\')[^1];
        var dot = last.LastIndexOf('.');
        var stem = new string([.. (dot > 0 ? last[..dot] : last).Where(letter => !char.IsControl(letter) && !"\"<>|:*?;".Contains(letter, StringComparison.Ordinal))]).Trim(' ', '.');
        return $"{(stem.Length == 0 ? "document" : stem[..Math.Min(stem.Length, LongestName)])}.{Ending(kind)}";
    }

    private static string Ending(FileKind kind) => kind switch
    {
        FileKind.Pdf => "pdf",
        FileKind.Jpeg => "jpg",
        FileKind.Png => "png",
        FileKind.Word => "docx",
        _ => "xlsx",
    };

    private static FileKind? Office(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            var names = zip.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (!names.Contains("[Content_Types].xml") || names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return null;
            return names.Contains("word/document.xml") ? FileKind.Word : names.Contains("xl/workbook.xml") ? FileKind.Excel : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
