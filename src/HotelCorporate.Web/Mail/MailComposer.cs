using System.Text;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Documents.Calendar;
using HotelCorporate.Web.Documents.Pdf;
using MimeKit;
using MimeKit.Text;

namespace HotelCorporate.Web.Mail;

/// <summary>Turns a letter of the outbox into the bytes that go over the wire: HTML and text, papers attached.</summary>
public static class MailComposer
{
    /// <param name="facts">Those of the letter, with the logo of its hotel.</param>
    /// <param name="from">The address that mails come from; invitations name it as their organizer.</param>
    public static (string Subject, byte[] Content) Compose(OutboxMail mail, MailFacts facts, string from)
    {
        var words = Words.In(mail.Language);
        var letter = LetterWriter.Write(mail.Kind, facts, words);

        using var message = new MimeMessage();
        message.From.Add(new MailboxAddress(facts.Hotel.Name, from));
        message.To.Add(new MailboxAddress(mail.RecipientName, mail.RecipientAddress));
        if (facts.Seller is { Email.Length: > 0 } seller) message.ReplyTo.Add(new MailboxAddress(seller.Name, seller.Email));
        message.Subject = letter.Subject;
        message.MessageId = mail.MessageId;
        message.Date = mail.QueuedAt.ToDateTimeOffset();
        message.Headers.Add("Auto-Submitted", "auto-generated");

        var bodies = new MultipartAlternative
        {
            Part(TextFormat.Plain, LetterTemplates.Text(letter, facts, mail.RecipientName, words)),
            Pictured(Part(TextFormat.Html, LetterTemplates.Html(letter, facts, mail.RecipientName, words)), facts.Hotel.Logo),
        };
        // Mail programs take the last part that they know: the invitation.
        if (facts.Invite is { } invite) bodies.Add(CalendarPart(FunctionInvite.Write(facts.Hotel, invite, from, mail.RecipientName, mail.RecipientAddress, mail.QueuedAt), FunctionInvite.Method(invite)));

        var papers = Papers(mail, facts).ToList();
        MimeEntity body = bodies;
        if (papers.Count > 0)
        {
            var whole = new Multipart("mixed") { bodies };
            papers.ForEach(whole.Add);
            body = whole;
        }

        message.Body = body;
        // The same letter is the same bytes: no random boundaries.
        var n = 0;
        foreach (var part in new[] { body, bodies, bodies[1] }.OfType<Multipart>().Distinct()) part.Boundary = $"=-{mail.MessageId.Split('@')[0]}-{n++}";
        using var stream = new MemoryStream();
        message.WriteTo(stream);
        return (letter.Subject, stream.ToArray());
    }

    private static IEnumerable<MimePart> Papers(OutboxMail mail, MailFacts facts)
    {
        if (mail.Kind == MailKind.QuoteSent && facts.Quote is { } quote) yield return Pdf(quote.Number, QuotePdf.Write(quote with { Hotel = facts.Hotel }));
        if (mail.Kind == MailKind.Invoice && facts.Invoice is { } invoice) yield return Pdf(invoice.Number, InvoicePdf.Write(invoice with { Hotel = invoice.Hotel with { Logo = facts.Hotel.Logo } }));
        if (mail.Kind == MailKind.Scorecard && facts.Scorecard is { } card) yield return Pdf($"{card.Hotel.Name} {card.Year}", ScorecardPdf.Write(card with { Hotel = facts.Hotel }));
        if (mail.Kind != MailKind.Confirmation || facts.Confirmation is not { } booking) yield break;
        yield return Pdf(booking.Reference, ConfirmationPdf.Write(booking with { Hotel = facts.Hotel }));
        var calendar = CalendarPart(ProgrammeCalendar.Write(facts.Hotel, facts.Reference, facts.Title, booking.Programme, mail.QueuedAt), "PUBLISH");
        calendar.ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = FileName(booking.Reference) + ".ics" };
        yield return calendar;
    }

    /// <summary>The logo goes along with the page that shows it, so that no mail program has to fetch it.</summary>
    private static MimeEntity Pictured(TextPart html, byte[]? logo)
    {
        if (logo is null) return html;
        var picture = new MimePart("image", "png")
        {
            Content = new MimeContent(new MemoryStream(logo)), ContentTransferEncoding = ContentEncoding.Base64, ContentId = LetterTemplates.LogoId,
            ContentDisposition = new ContentDisposition(ContentDisposition.Inline) { FileName = "logo.png" },
        };
        return new MultipartRelated { html, picture };
    }

    private static MimePart Pdf(string name, byte[] bytes) => new("application", "pdf")
    {
        Content = new MimeContent(new MemoryStream(bytes)), ContentTransferEncoding = ContentEncoding.Base64,
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = FileName(name) + ".pdf" },
    };

    private static MimePart CalendarPart(byte[] bytes, string method)
    {
        var part = new MimePart("text", "calendar") { Content = new MimeContent(new MemoryStream(bytes)), ContentTransferEncoding = ContentEncoding.Base64 };
        part.ContentType.Charset = "utf-8";
        part.ContentType.Parameters.Add("method", method);
        return part;
    }

    private static TextPart Part(TextFormat format, string text)
    {
        var part = new TextPart(format) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    private static string FileName(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' ? letter : '-'));
}
