using HotelCorporate.Domain.Accounts;
using NodaTime;

namespace HotelCorporate.Domain.Quotes;

/// <summary>What the client says about an offer on its own page, or what the house answers there.</summary>
public sealed class OfferComment
{
    public const int LongestText = 1000;
    public const int LongestName = 120;

    private OfferComment() => (By, Text) = ("", "");

    /// <param name="position">The line that it is about; none: the offer as a whole.</param>
    /// <param name="by">Who says it, as typed or as the house knows them.</param>
    /// <exception cref="HouseRuleException">It says nothing or too much, nobody says it, or there is no such line.</exception>
    public OfferComment(int propertyId, Quote quote, int? position, string by, string text, Instant at, bool asksForChange = false, bool isFromHouse = false)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new HouseRuleException("Write what you want to say.") { Field = "text" };
        if (text.Length > LongestText) throw new HouseRuleException("A comment has 1,000 characters at most.") { Field = "text" };
        if (string.IsNullOrWhiteSpace(by)) throw new HouseRuleException("Type your name: the hotel answers you by it.") { Field = "who" };
        if (by.Length > LongestName) throw new HouseRuleException("The name has 120 characters at most.") { Field = "who" };
        if (position is { } line && quote.Lines.All(known => known.Position != line)) throw new HouseRuleException("The offer has no such line. Load the page again.") { Field = "about" };
        (PropertyId, QuoteId, Position, By, Text, At, AsksForChange, IsFromHouse) = (propertyId, quote.Id, position, by.Trim(), text.Trim(), at, asksForChange, isFromHouse);
    }

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public int QuoteId { get; private set; }

    /// <summary>The position of the line that it is about; none: the offer as a whole.</summary>
    public int? Position { get; private set; }

    public string By { get; private set; }

    public string Text { get; private set; }

    public Instant At { get; private set; }

    /// <summary>The client wants the offer otherwise.</summary>
    public bool AsksForChange { get; private set; }

    public bool IsFromHouse { get; private set; }

    /// <summary>The name of a person falls out of who said it, and of the words.</summary>
    public void Forget(string name, string pseudonym) => (By, Text) = (Without(By, LongestName, name, pseudonym), Without(Text, LongestText, name, pseudonym));

    private static string Without(string text, int longest, string name, string pseudonym) => NameInText.Replaced(text, name, pseudonym) is var left && left.Length > longest ? left[..longest] : left;
}
