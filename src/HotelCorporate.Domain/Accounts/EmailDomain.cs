namespace HotelCorporate.Domain.Accounts;

/// <summary>The part of an address that tells a company: what everybody can have tells none.</summary>
public static class EmailDomain
{
    private static readonly HashSet<string> Free = new(StringComparer.Ordinal)
    {
        "gmail.com", "googlemail.com", "outlook.com", "outlook.it", "outlook.fr", "outlook.de", "hotmail.com", "hotmail.it", "hotmail.fr", "hotmail.de", "hotmail.co.uk", "live.com", "live.it", "live.fr", "msn.com",
        "yahoo.com", "yahoo.it", "yahoo.fr", "yahoo.de", "yahoo.co.uk", "ymail.com", "rocketmail.com", "aol.com", "icloud.com", "me.com", "mac.com", "proton.me", "protonmail.com", "pm.me", "gmx.com", "gmx.de",
        "gmx.at", "gmx.ch", "gmx.net", "web.de", "t-online.de", "freenet.de", "mail.com", "email.com", "zoho.com", "yandex.com", "yandex.ru", "mail.ru", "libero.it", "virgilio.it", "alice.it", "tiscali.it",
        "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "sfr.fr", "bluewin.ch", "abv.bg", "seznam.cz", "wp.pl", "o2.pl", "interia.pl", "comcast.net", "verizon.net", "att.net", "sbcglobal.net", "btinternet.com", "qq.com", "163.com", "126.com",
    };

    /// <summary>"j.brandt@Meridian.example" is "meridian.example"; empty for a free mail provider, and for what is no address.</summary>
    public static string Of(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 1 || at == address.Length - 1) return "";
        var domain = address[(at + 1)..].Trim().ToLowerInvariant();
        return Free.Contains(domain) ? "" : domain;
    }
}
