namespace HotelCorporate.Domain.Accounts;

/// <summary>A person at an account.</summary>
public sealed class Contact
{
    public int Id { get; private set; }

    public int AccountId { get; private set; }

    public required string Name { get; set; }

    public string Email { get; set; } = "";

    public string Phone { get; set; } = "";

    public ContactPart Part { get; set; }

    public bool WantsInvites { get; set; } = true;
}
