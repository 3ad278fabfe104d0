namespace HotelCorporate.Domain.Accounts;

/// <summary>What else is known of a company: where it belongs, who looks after it.</summary>
/// <param name="ManagerId">Who has it in their portfolio.</param>
/// <param name="Tags">Words with a comma between.</param>
public sealed record AccountProfile(string? RegistrationNumber = null, string? Industry = null, string? Region = null, int? ParentId = null, int? ManagerId = null, string? Tags = null);
