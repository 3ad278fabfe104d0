using HotelCorporate.Domain;
using HotelCorporate.Domain.Journal;

namespace HotelCorporate.Web.Tests;

/// <summary>Rows of the journal in English: they are kept as words and what fills them apart.</summary>
internal static class JournalWords
{
    public static JournalEntry InEnglish(this JournalEntry entry) =>
        entry with { Action = Sentence.Parse(entry.Action).ToString(), From = Said(entry.From), To = Said(entry.To), Why = Said(entry.Why) };

    public static string? Said(string? noted) => noted is null ? null : Sentence.Parse(noted).ToString();
}
