namespace HotelCorporate.Domain;

/// <summary>A rule of the house refuses what was asked. The message is shown to people: what is wrong and what to do next.</summary>
public sealed class HouseRuleException : Exception
{
    public HouseRuleException() { }

    public HouseRuleException(string message) : base(message) { }

    public HouseRuleException(string message, Exception innerException) : base(message, innerException) { }
}
