using NodaTime;

namespace HotelCorporate.Web.Database.SafeKeeping;

/// <summary>What a copy says of itself: whose it is, how new its model is, and what every table must come to.</summary>
/// <param name="Migration">The last migration that the copied database had.</param>
/// <param name="Parts">The files of the copy and how long each is: more is never read.</param>
/// <param name="Sequences">PostgreSQL only: the ids that were given out. SQLite keeps them in a table.</param>
internal sealed record CopyManifest(
    string Format, string Application, string Provider, string Migration, Instant TakenAt,
    IReadOnlyList<CopiedPart> Parts, IReadOnlyList<CopiedTable> Tables, IReadOnlyList<CopiedSequence> Sequences)
{
    public const string ThisFormat = "copy 2";
    public const string ThisApplication = "HotelCorporate";

    public long Rows => Tables.Sum(table => table.Rows);
}

/// <summary>A file within the copy, and its bytes when it is unpacked.</summary>
internal sealed record CopiedPart(string Name, long Bytes);

/// <summary>A table's rows in the order of its key: how many, and the SHA-256 of all of them.</summary>
internal sealed record CopiedTable(string Name, long Rows, string Sha256);

/// <summary>The last id that a sequence gave out.</summary>
internal sealed record CopiedSequence(string Name, long Last);
