using NodaTime;

namespace HotelCorporate.Web.Mail;

/// <summary>How long a mail server may take, and how long a letter is therefore one sender's.</summary>
/// <param name="Asking">From connecting to signed in, and again from a letter's sender to its recipient being taken.</param>
/// <param name="Taking">From there until the server says that it has the letter; RFC 5321 (4.5.3.2.6) asks for ten minutes.</param>
internal sealed record MailPatience(TimeSpan Asking, TimeSpan Taking)
{
    /// <summary>More than one letter takes from its first word to its last: nobody else takes it meanwhile, and a site that ends waits for it.</summary>
    public TimeSpan Letter => Asking + Taking + Asking;

    /// <summary>A letter in line behind another: its own lease begins anew when it is handed over.</summary>
    public Duration InLine => Duration.FromTimeSpan(Asking * 2);

    public static MailPatience Of(IConfiguration settings) => new(Seconds(settings, "Mail:TimeoutSeconds", 60), Seconds(settings, "Mail:TakingSeconds", 600));

    private static TimeSpan Seconds(IConfiguration settings, string name, int usual) => TimeSpan.FromSeconds(Math.Max(1, settings.GetValue(name, usual)));
}
