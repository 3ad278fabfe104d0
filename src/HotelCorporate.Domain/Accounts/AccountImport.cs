using HotelCorporate.Domain.Imports;
using NodaTime;

namespace HotelCorporate.Domain.Accounts;

/// <summary>What becomes of a row whose company is here already.</summary>
public enum DuplicateChoice
{
    /// <summary>Only what is missing here is taken from the file.</summary>
    Merge,

    /// <summary>What the file says stands; what it is silent about stays.</summary>
    Replace,

    /// <summary>The row is left as it is here.</summary>
    Skip,

    /// <summary>A second company of the name is made.</summary>
    Allow,
}

/// <summary>A file of companies and their people that is brought in, piece by piece, in the background.</summary>
public sealed class AccountImport : FileImport
{
    private AccountImport() { }

    public AccountImport(int propertyId, string fileName, byte[] content, string headText, Instant at, int? byId) : base(propertyId, fileName, content, headText, at, byId) { }

    public DuplicateChoice Choice { get; private set; }

    /// <summary>How many rows the file has, so that it can be said how far it is.</summary>
    public int Total { get; private set; }

    /// <summary>The culture of whoever brings it in: reasons are written in it, numbers of a workbook read by it.</summary>
    public string CultureName { get; private set; } = "";

    /// <summary>What could not be taken out again, and why; empty before.</summary>
    public string StayedText { get; private set; } = "";

    public void Choose(string columnsText, DuplicateChoice choice)
    {
        Choose(columnsText);
        Choice = choice;
    }

    /// <exception cref="HouseRuleException">It is brought in already, or just now.</exception>
    public void Begin(int total, string cultureName)
    {
        if (Status != ImportStatus.Looked) throw new HouseRuleException("This file was brought in already. Choose it anew to bring it in again.");
        Restart();
        (Total, CultureName) = (total, cultureName);
    }

    /// <summary>What is in stays; no further piece comes in.</summary>
    /// <exception cref="HouseRuleException">It is not on its way.</exception>
    public void Stop()
    {
        if (Status != ImportStatus.Running) throw new HouseRuleException("This file is not on its way: there is nothing to stop.");
        Status = ImportStatus.Stopped;
    }

    /// <summary>Goes on behind the rows that are in.</summary>
    /// <exception cref="HouseRuleException">It was not stopped.</exception>
    public void Continue()
    {
        if (Status != ImportStatus.Stopped) throw new HouseRuleException("Only a file that was stopped goes on.");
        Status = ImportStatus.Running;
    }

    /// <summary>More rows that are left out, as CSV.</summary>
    public void Refuse(string lines) => RefusedText += lines;

    /// <summary>All rows are in: the file itself is no longer kept.</summary>
    public void Finish() => End();

    /// <summary>Says what could not be taken out again, and why.</summary>
    public void Keep(string stayedText) => StayedText = stayedText;

    /// <summary>Rows that were left out name people: they fall away with them.</summary>
    /// <returns>Whether the name stood there.</returns>
    public bool Forget(string name)
    {
        if (!NameInText.Holds(RefusedText, name)) return false;
        RefusedText = "";
        return true;
    }
}

/// <summary>One thing that an import did to a company or a person, so that it can be undone.</summary>
public sealed class AccountImportEntry
{
    /// <summary>Letters of <see cref="Key"/>.</summary>
    public const int KeyLength = 40;

    private AccountImportEntry() => Key = "";

    /// <param name="before">None: it was made.</param>
    public AccountImportEntry(int importId, string key, int accountId, int? contactId, int? activityId, string? before, string after, int? personId = null) =>
        (ImportId, Key, AccountId, ContactId, ActivityId, Before, After, PersonId) = (importId, key, accountId, contactId, activityId, before, after, personId);

    public int Id { get; private set; }

    public int ImportId { get; private set; }

    /// <summary>Of the row: what it says.</summary>
    public string Key { get; private set; }

    public int AccountId { get; private set; }

    /// <summary>The person; none: the company itself, or a note on it.</summary>
    public int? ContactId { get; private set; }

    /// <summary>The person whom the row means, changed or not: the same row goes there again.</summary>
    public int? PersonId { get; private set; }

    /// <summary>The note that was made.</summary>
    public int? ActivityId { get; private set; }

    /// <summary>What stood there; none: it was made.</summary>
    public string? Before { get; private set; }

    public string After { get; private set; } = "";

    public bool IsCompany => ContactId is null && ActivityId is null;

    /// <summary>The person's data were erased: nothing of them can be brought back.</summary>
    public void Forget() => (Before, After) = (Before is null ? null : "", "");
}
