namespace HotelCorporate.Domain.Accounts;

/// <summary>What a company needs of a hotel, as the seller heard it.</summary>
/// <param name="Objections">What it said against the house, and what answered it.</param>
public sealed record NeedsProfile(string What, string HowOften, string When, string Size, string Budget, string Wishes, string Objections)
{
    /// <summary>Letters that each answer has at most.</summary>
    public const int Longest = 500;

    public static NeedsProfile Unknown { get; } = new("", "", "", "", "", "", "");

    public bool IsKnown => this != Unknown;
}
