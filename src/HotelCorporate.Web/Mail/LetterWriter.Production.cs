using HotelCorporate.Web.Documents;

namespace HotelCorporate.Web.Mail;

/// <content>What a company brought.</content>
public static partial class LetterWriter
{
    private static Letter Scorecard(MailFacts facts, Words words)
    {
        var card = facts.Scorecard!;
        return new Letter(words.Say("Your stays with us in {0}", card.Year), facts.Title)
        {
            Paragraphs = [words.Say("Thank you for staying with us. The scorecard until {0} is attached: your nights month by month, against the year before and against what we agreed.", words.Day(card.AsOf))],
            Facts = Known(
                (words.Say("Room nights {0}", card.Year), card.Total.RoomNights.ToString("N0", words.Culture)), (words.Say("Room nights {0}", card.Year - 1), card.TotalBefore.RoomNights.ToString("N0", words.Culture)),
                (words["Average rate"], words.Full(card.Total.AverageRate))),
            MoreTitle = card.Agreements.Count > 0 ? words["Agreements"] : "",
            More = [.. card.Agreements.Where(agreement => agreement.Promised > 0).Select(agreement => new Letter.Fact(agreement.Name, words.Say("{0} of {1} room nights", agreement.Produced, agreement.Promised)))],
        };
    }
}
