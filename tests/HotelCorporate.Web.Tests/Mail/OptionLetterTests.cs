using HotelCorporate.Domain.Messages;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Mail;
using HotelCorporate.Web.Tests.Documents;
using NodaTime;

namespace HotelCorporate.Web.Tests.Mail;

/// <summary>What letters about a running option say: the day or hour by which something is done, what else is free, what it costs.</summary>
public sealed class OptionLetterTests
{
    private static readonly MailFacts Facts = new()
    {
        Hotel = SheetExamples.Hotel, Reference = "HC-2026-0142", Title = "Nordic sales meeting", Programme = SheetExamples.Programme, OptionOn = new(2026, 12, 8),
        EndsAt = Instant.FromUtc(2026, 12, 8, 15, 30), WaitingFor = ["Gala dinner"], Alternatives = ["Teuta Ballroom on Sunday"], Reason = "The board decides later",
        Deadline = new DeadlineRow("Menu choice", new(2026, 12, 1)), Fee = SheetExamples.Eur(1_250m), Link = "https://hotel.example/events/abc",
    };

    [Theory]
    [InlineData(MailKind.Promoted, "The space is yours: Nordic sales meeting", "Please accept our offer by Tue 8 Dec 2026, 16:30; after that the space goes to the next in line.")]
    [InlineData(MailKind.Challenge, "Please decide by Tue 8 Dec 2026, 16:30: Nordic sales meeting", "We keep it for you until Tue 8 Dec 2026, 16:30. If we do not hear from you by then, your option ends and the space goes to the other client.")]
    [InlineData(MailKind.OptionLapsed, "Your option has ended: Nordic sales meeting", "This is free at the moment:")]
    [InlineData(MailKind.OptionReleased, "Your option is given back: Nordic sales meeting", "Thank you for telling us. We hold nothing for you any more; our offer stays open until its last day.")]
    [InlineData(MailKind.Displaced, "We have to ask for your patience: Nordic sales meeting", "Another client has signed a contract for space that we held for you on option: Gala dinner. You are first in line for it now.")]
    [InlineData(MailKind.Reminder, "Menu choice by Tue 1 Dec 2026: Nordic sales meeting", "A date of your event is near: Menu choice, by Tue 1 Dec 2026.")]
    [InlineData(MailKind.FunctionCancelled, "Taken out: Gala dinner (HC-2026-0142)", "By our contract it costs 1,250.00 EUR; an invoice follows.")]
    [InlineData(MailKind.NumberAnswered, "About the number that you sent: Nordic sales meeting", "We could not take over the number that you sent:")]
    public void It_says_what_the_client_has_to_know(MailKind kind, string subject, string says)
    {
        var letter = LetterWriter.Write(kind, Facts, Words.In("en"));
        Assert.Equal(subject, letter.Subject);
        Assert.Contains(says, letter.Paragraphs);
        var albanian = LetterWriter.Write(kind, Facts, Words.In("sq"));
        Assert.NotEqual(letter.Subject, albanian.Subject);
        Assert.Empty(letter.Paragraphs.Intersect(albanian.Paragraphs));
        Assert.All([.. albanian.Paragraphs, albanian.Subject], words => Assert.DoesNotContain("{", words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(MailKind.OptionLapsed)]
    [InlineData(MailKind.Displaced)]
    public void Who_lost_a_space_reads_what_else_is_free(MailKind kind)
    {
        Assert.Equal(["Teuta Ballroom on Sunday"], LetterWriter.Write(kind, Facts, Words.In("en")).Points);
        Assert.DoesNotContain("This is free at the moment:", LetterWriter.Write(kind, Facts with { Alternatives = [] }, Words.In("en")).Paragraphs);
    }
}
