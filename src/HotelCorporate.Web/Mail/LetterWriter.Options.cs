using HotelCorporate.Web.Documents;

namespace HotelCorporate.Web.Mail;

/// <content>Letters about a running option, the dates of an event and its numbers.</content>
public static partial class LetterWriter
{
    private static Letter Promoted(MailFacts facts, Words words) => new(words.Say("The space is yours: {0}", facts.Title), facts.Title)
    {
        Paragraphs =
        [
            words["What you waited for is free: from now on we hold everything that is listed below for you."],
            words.Say("Please accept our offer by {0}; after that the space goes to the next in line.", Moment(facts, words)),
        ],
        Facts = Known((words["Booking"], facts.Reference)),
        Button = words["See your event"], Link = facts.Link,
    };

    private static Letter Challenge(MailFacts facts, Words words) => new(words.Say("Please decide by {0}: {1}", Moment(facts, words), facts.Title), facts.Title)
    {
        Paragraphs =
        [
            words["Another client is ready to sign for the space that we hold for you. You come first: accept our offer and it stays yours."],
            words.Say("We keep it for you until {0}. If we do not hear from you by then, your option ends and the space goes to the other client.", Moment(facts, words)),
        ],
        Facts = Known((words["Booking"], facts.Reference), (words["Sign by"], Moment(facts, words))),
        Button = words["Accept, or give it back"], Link = facts.Link,
    };

    private static Letter Lapsed(MailFacts facts, Words words) => new(words.Say("Your option has ended: {0}", facts.Title), facts.Title)
    {
        Paragraphs = [words["We held the space for you as long as we had agreed; the option has ended, and the space is free for others again."], .. Others(facts, words)],
        Points = [.. facts.Alternatives.Select(words.Say)],
        Closing = words["Write or call us, and we gladly start again."],
        Facts = Known((words["Booking"], facts.Reference), (words["Option until"], facts.OptionOn is { } on ? words.Day(on) : "")),
    };

    private static Letter Released(MailFacts facts, Words words) => new(words.Say("Your option is given back: {0}", facts.Title), facts.Title)
    {
        Paragraphs = [words["Thank you for telling us. We hold nothing for you any more; our offer stays open until its last day."]],
        Facts = Known((words["Booking"], facts.Reference)),
    };

    private static Letter Displaced(MailFacts facts, Words words) => new(words.Say("We have to ask for your patience: {0}", facts.Title), facts.Title)
    {
        Paragraphs =
        [
            words.Say("Another client has signed a contract for space that we held for you on option: {0}. You are first in line for it now.", string.Join("; ", facts.WaitingFor.Select(words.Say))),
            .. Others(facts, words),
        ],
        Points = [.. facts.Alternatives.Select(words.Say)],
        Closing = words["We are sorry, and will do what we can. Please call us."],
        Facts = Known((words["Booking"], facts.Reference)),
        Button = words["See your event"], Link = facts.Link,
    };

    private static Letter Reminder(MailFacts facts, Words words)
    {
        var (what, when) = (words.Say(facts.Deadline!.What), words.Day(facts.Deadline.On) + (facts.Deadline.At is { } at ? ", " + words.Time(at) : ""));
        return new(words.Say("{0} by {1}: {2}", what, when, facts.Title), facts.Title)
        {
            Paragraphs = [words.Say("A date of your event is near: {0}, by {1}.", what, when), words["On the page of your event you see what is open, and can do it there."]],
            Facts = Known((words["Booking"], facts.Reference), (what, when)),
            Button = words["See your event"], Link = facts.Link,
        };
    }

    private static Letter FunctionCancelled(MailFacts facts, Words words) => new(words.Say("Taken out: {0} ({1})", words.Say(facts.WaitingFor[0]), facts.Reference), facts.Title)
    {
        Paragraphs =
        [
            words.Say("{0} does not take place any more. Everything else stays as it was agreed.", words.Say(facts.WaitingFor[0])),
            .. facts.Fee is { } fee ? new[] { fee.IsZero ? words["It costs you nothing."] : words.Say("By our contract it costs {0}; an invoice follows.", words.Full(fee)) } : [],
        ],
        Facts = Known((words["Booking"], facts.Reference), (words["Reason"], facts.Reason)),
        Button = words["See your event"], Link = facts.Link,
    };

    private static Letter NumberAnswered(MailFacts facts, Words words) => new(words.Say(facts.Approved ? "Your number is noted: {0}" : "About the number that you sent: {0}", facts.Title), facts.Title)
    {
        Paragraphs = [words[facts.Approved ? "Thank you. From now on this number is guaranteed:" : "We could not take over the number that you sent:"]],
        Points = [.. facts.WaitingFor.Select(words.Say)],
        Facts = Known((words["Booking"], facts.Reference), (words["Answer"], facts.Reason)),
        Button = words["See your event"], Link = facts.Link,
    };

    private static string[] Others(MailFacts facts, Words words) => facts.Alternatives.Count == 0 ? [] : [words["This is free at the moment:"]];
}
