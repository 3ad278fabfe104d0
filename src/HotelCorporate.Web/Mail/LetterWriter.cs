using HotelCorporate.Domain.Messages;
using HotelCorporate.Web.Documents;

namespace HotelCorporate.Web.Mail;

/// <summary>Says in words what a letter's facts mean. Pure: the same facts give the same letter.</summary>
public static partial class LetterWriter
{
    public static Letter Write(MailKind kind, MailFacts facts, Words words)
    {
        var letter = kind switch
        {
            MailKind.QuoteSent => Quote(facts, words),
            MailKind.OptionHeld => Option(facts, words),
            MailKind.AcceptedWaiting => Waiting(facts, words),
            MailKind.Confirmation => Confirmation(facts, words),
            MailKind.Cancellation => Cancellation(facts, words),
            MailKind.Invoice => Invoice(facts, words),
            MailKind.FunctionInvite => Invite(facts, words),
            MailKind.Promoted => Promoted(facts, words),
            MailKind.Challenge => Challenge(facts, words),
            MailKind.OptionLapsed => Lapsed(facts, words),
            MailKind.OptionReleased => Released(facts, words),
            MailKind.Displaced => Displaced(facts, words),
            MailKind.Reminder => Reminder(facts, words),
            MailKind.FunctionCancelled => FunctionCancelled(facts, words),
            MailKind.NumberAnswered => NumberAnswered(facts, words),
            MailKind.Scorecard => Scorecard(facts, words),
            MailKind.Invitation => Invitation(facts, words),
            MailKind.PasswordReset => PasswordReset(facts, words),
            MailKind.Decision => Decision(facts, words),
            MailKind.Delegation => Delegation(facts, words),
            MailKind.AgreementOffered => AgreementOffer(facts, words),
            MailKind.OfferAnswered => OfferAnswered(facts, words),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no letter of this kind."),
        };
        return letter with { Subject = Line(letter.Subject), Table = kind == MailKind.FunctionInvite ? letter.Table : Programme(facts, words), TableTitle = facts.Programme.Count == 0 ? "" : words["Programme"] };
    }

    private static Letter Quote(MailFacts facts, Words words)
    {
        var quote = facts.Quote!;
        return new Letter(words.Say("Your offer {0} for {1}", quote.Number, facts.Title), facts.Title)
        {
            Paragraphs =
            [
                words.Say("Thank you for asking us to host {0}. Our offer is attached; on its own page you can read every price, comment, and accept or decline it.", facts.Title),
                words.Say("The offer is valid until {0}.", words.Day(quote.ValidUntil)),
            ],
            Facts = Known(
            [
                (words["Quote"], words.Say("{0}, version {1}", quote.Number, quote.Version)),
                .. quote.Others.Count == 0 ? Price(quote, words) : ((IEnumerable<QuoteSheet>)[quote, .. quote.Others]).Select(one => (one.Alternative, words.Say("{0} with tax", words.Full(one.Totals.Gross)))),
            ]),
            MoreTitle = quote.Cancellation.Count > 0 ? words["What cancelling costs"] : "",
            More = Terms(quote.Cancellation, words),
            Button = words["Open your offer"], Link = facts.Link,
        };
    }

    private static IEnumerable<(string Name, string Value)> Price(QuoteSheet quote, Words words) =>
        [(words["Total with tax"], words.Full(quote.Totals.Gross)), (words["Per person, all included"], quote.PerPerson is { } each ? words.Full(each) : "")];

    private static Letter OfferAnswered(MailFacts facts, Words words) => new(words.Say("An answer about your offer for {0}", facts.Title), facts.Title)
    {
        Paragraphs = [words["The hotel has answered what you wrote about its offer:"], facts.Reason],
        Facts = Known((words["Booking"], facts.Reference)), Button = words["Open your offer"], Link = facts.Link,
    };

    private static Letter AgreementOffer(MailFacts facts, Words words) => new(words.Say("Your rate agreement: {0}", facts.Title), facts.Title)
    {
        Paragraphs =
        [
            words.Say("Here is our rate agreement for your stays and meetings from {0} to {1}.", words.Day(facts.OptionOn!.Value), words.Day(facts.NoticeOn!.Value)),
            words["On its own page you can read every rate and term, take the contract as PDF or Word, accept it, or tell us what you would have otherwise."],
        ],
        Facts = Known((words["Rate code"], facts.Reference)),
        Button = words["Open your agreement"], Link = facts.Link,
    };

    private static Letter Option(MailFacts facts, Words words)
    {
        var until = facts.OptionOn is { } on ? words.Day(on) : "";
        var holds = facts.Rank is null or 1;
        return new Letter(words.Say(holds ? "We hold the space for you: {0}" : "You are on the waiting list: {0}", facts.Title), facts.Title)
        {
            Paragraphs =
            [
                holds ? words.Say("We hold what is listed below for you until {0}.", until)
                    : words.Say("Another client holds part of what you asked for. You are number {0} in line; we write at once when it becomes free. Your option runs until {1}.", facts.Rank!, until),
            ],
            Facts = Known((words["Booking"], facts.Reference), (words["Option until"], until)),
            Button = facts.Link.Length > 0 ? words["See your event"] : "", Link = facts.Link,
        };
    }

    private static Letter Waiting(MailFacts facts, Words words) => new(words.Say("We have your acceptance of {0}", facts.Title), facts.Title)
    {
        Paragraphs = [words["Thank you: your acceptance is recorded. Your event is not confirmed yet; it still waits for:"]],
        Points = [.. facts.WaitingFor.Select(words.Say)],
        Closing = words["We write again as soon as it is confirmed."],
        Facts = Known((words["Booking"], facts.Reference), (words["Option until"], facts.OptionOn is { } on ? words.Day(on) : "")),
    };

    private static Letter Confirmation(MailFacts facts, Words words)
    {
        var booking = facts.Confirmation!;
        return new Letter(words.Say("Confirmed: {0} ({1})", facts.Title, facts.Reference), facts.Title)
        {
            Paragraphs = [words["Your event is confirmed. The confirmation is attached, and the programme as a file for your calendar."]],
            Facts = Known(
                (words["Status"], words["Definite: confirmed by both sides"]), (words["Booking"], booking.Reference), (words["Quote"], booking.Quote),
                (words["Purchase order"], booking.PurchaseOrder), (words["Total with tax"], words.Full(booking.Totals.Gross)),
                (words["Balance"], words.Full(booking.Totals.Due))),
            MoreTitle = words["Dates to keep"],
            More =
            [
                .. booking.Deposits.Select(row => new Letter.Fact(words.Say(row.Name), words.Full(row.Amount) + (row.DueOn is { } due ? " \u00B7 " + words.Day(due) : ""))),
                .. booking.Deadlines.OrderBy(row => row.On).Select(row => new Letter.Fact(words.Say(row.What), words.Day(row.On) + (row.At is { } at ? ", " + words.Time(at) : ""))),
                .. Terms(booking.Cancellation, words).Select(row => row with { Name = $"{words["What cancelling costs"]}, {row.Name}" }),
            ],
            Button = facts.Link.Length > 0 ? words["See your booking"] : "", Link = facts.Link,
        };
    }

    private static Letter Cancellation(MailFacts facts, Words words) => new(words.Say("Cancelled: {0} ({1})", facts.Title, facts.Reference), facts.Title)
    {
        Paragraphs =
        [
            facts.NoticeOn is { } notice ? words.Say("We have cancelled your booking as you asked in writing on {0}.", words.Day(notice)) : words["Your booking is cancelled."],
            .. facts.Fee is { } fee ? new[] { fee.IsZero ? words["Cancelling costs you nothing."] : words.Say("The fee for cancelling is {0}; an invoice follows.", words.Full(fee)) } : [],
        ],
        Facts = Known((words["Booking"], facts.Reference), (words["Reason"], facts.Reason)),
    };

    private static Letter Invoice(MailFacts facts, Words words)
    {
        var invoice = facts.Invoice!;
        return new Letter(words.Say("{0} {1} for {2}", words[invoice.Kind], invoice.Number, facts.Title), facts.Title)
        {
            Paragraphs =
            [
                words.Say("Your {0} is attached.", words[invoice.Kind].ToLower(words.Culture)),
                .. invoice.DueOn is { } due && !invoice.Totals.Due.IsZero ? new[] { words.Say("Please pay {0} by {1} and name the number.", words.Full(invoice.Totals.Due), words.Day(due)) } : [],
            ],
            Facts = Known(
                (words[invoice.Kind], invoice.Number), (words["Total with tax"], words.Full(invoice.Totals.Gross)), (words["Amount due"], words.Full(invoice.Totals.Due)),
                (words["Purchase order"], invoice.PurchaseOrder), ("IBAN", facts.Hotel.Iban), ("BIC", facts.Hotel.Bic)),
        };
    }

    private static Letter Invite(MailFacts facts, Words words)
    {
        var invite = facts.Invite!;
        return new Letter(words.Say(invite.Cancelled ? "Cancelled invitation: {0}" : "Invitation: {0}", invite.Function.Name), invite.Function.Name)
        {
            Paragraphs = [words[invite.Cancelled ? "This no longer takes place; your mail program takes it out of your calendar." : "You are invited. Your mail program can put this into your calendar."]],
            Facts = Known(
                (words["When"], words.Span(invite.Function.Start, invite.Function.End)), (words["Place"], $"{invite.Function.Space}, {facts.Hotel.Name}"),
                (words["Booking"], facts.Reference)),
        };
    }

    private static Letter Invitation(MailFacts facts, Words words) => new(words.Say("Your sign-in at {0}", facts.Hotel.Name), words.Say("Welcome, {0}", facts.Title))
    {
        Paragraphs = [words["An account was made for you. Choose your password to begin."], words.Say("The link works once, until {0}.", Moment(facts, words))],
        Button = words["Choose your password"], Link = facts.Link,
    };

    private static Letter PasswordReset(MailFacts facts, Words words) => new(words["Choose a new password"], words["Choose a new password"])
    {
        Paragraphs = [words["Somebody asked for a new password for your account. If it was not you, do nothing: the old one still works."], words.Say("The link works once, until {0}.", Moment(facts, words))],
        Button = words["Choose a new password"], Link = facts.Link,
    };

    private static Letter Decision(MailFacts facts, Words words) => new(words.Say(facts.Approved ? "Approved: {0} ({1})" : "Refused: {0} ({1})", facts.Title, facts.Reference), facts.Title)
    {
        Paragraphs = [words[facts.Approved ? "What you asked for was approved:" : "What you asked for was refused:"]],
        Points = [.. facts.WaitingFor.Select(words.Say)],
        Facts = Known((words[facts.IsOfAgreement ? "Rate code" : "Booking"], facts.Reference), (words["Answer"], facts.Reason)),
        Button = words[facts.IsOfAgreement ? "Open the agreement" : "Open the booking"], Link = facts.Link,
    };

    private static Letter Delegation(MailFacts facts, Words words) => new(words.Say("To decide: {0} ({1})", facts.Title, facts.Reference), facts.Title)
    {
        Paragraphs = [words["A request was handed to you. It waits for your decision:"]],
        Points = [.. facts.WaitingFor.Select(words.Say)],
        Facts = Known((words[facts.IsOfAgreement ? "Rate code" : "Booking"], facts.Reference), (words["Reason"], facts.Reason)),
        Button = words["Open what is waiting"], Link = facts.Link,
    };

    private static string Moment(MailFacts facts, Words words) =>
        (facts.EndsAt ?? facts.Until!.Value).InZone(NodaTime.DateTimeZoneProviders.Tzdb[facts.Hotel.TimeZoneId]).LocalDateTime is var at ? $"{words.Day(at.Date)}, {words.Time(at.TimeOfDay)}" : "";

    private static List<Letter.Fact> Programme(MailFacts facts, Words words) =>
        [.. facts.Programme.OrderBy(row => row.Start).Select(row => new Letter.Fact(row.Name, $"{words.Span(row.Start, row.End)} \u00B7 {row.Space} \u00B7 {words[row.Style]} \u00B7 {words.Number(row.Numbers)}"))];

    private static List<Letter.Fact> Terms(IReadOnlyList<CancellationRow> rows, Words words) =>
        [.. rows.Select(row => new Letter.Fact(words.Notice(row), row.Percent.ToString("0.##", words.Culture) + " %" + (row.Fee is { } fee ? " \u00B7 " + words.Full(fee) : "")))];

    private static List<Letter.Fact> Known(params (string Name, string Value)[] facts) =>
        [.. facts.Where(fact => fact.Value.Length > 0).Select(fact => new Letter.Fact(fact.Name, fact.Value))];

    /// <summary>A subject is one line, not endless.</summary>
    private static string Line(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > 180 ? line[..(char.IsHighSurrogate(line[178]) ? 178 : 179)] + "\u2026" : line;
    }
}
