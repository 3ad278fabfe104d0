using NodaTime;

namespace HotelCorporate.Domain.Accounts;

/// <summary>A file kept with a company. What is in it lies apart, so that a list does not read it.</summary>
public sealed class AccountDocument
{
    /// <summary>Bytes of a file at most.</summary>
    public const int Largest = 10_000_000;

    private AccountDocument() => (Name, Kind, Content) = ("", default, null!);

    /// <exception cref="HouseRuleException">It is empty, too large, or of a kind that is not kept.</exception>
    public AccountDocument(int accountId, string name, byte[] bytes, int? byId, Instant at)
    {
        if (bytes.Length is 0 or > Largest) throw new HouseRuleException("Choose a file of 10 MB at most.") { Field = "file" };
        Kind = FileKinds.Of(bytes) ?? throw new HouseRuleException("By its content this is no PDF, JPEG, PNG, Word or Excel file without macros. Choose another file.") { Field = "file" };
        (AccountId, Name, Size, Content, ById, At) = (accountId, FileKinds.Named(name, Kind), bytes.Length, new DocumentContent(bytes), byId, at);
    }

    public int Id { get; private set; }

    public int AccountId { get; private set; }

    /// <summary>As it was sent, with the ending of what it is.</summary>
    public string Name { get; private set; }

    public FileKind Kind { get; private set; }

    public int Size { get; private set; }

    public int? ById { get; private set; }

    public Instant At { get; private set; }

    public DocumentContent Content { get; private set; }
}

/// <summary>The bytes of a file.</summary>
public sealed class DocumentContent
{
    private DocumentContent() => Bytes = [];

    internal DocumentContent(byte[] bytes) => Bytes = bytes;

    public int Id { get; private set; }

    public byte[] Bytes { get; private set; }
}
