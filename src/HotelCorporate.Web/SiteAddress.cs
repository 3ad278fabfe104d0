namespace HotelCorporate.Web;

/// <summary>
/// The address that people open the site by (<c>Site:Address</c>). Its scheme says whether the house runs over https or, within its own
/// walls, over plain http: no request is believed about that.
/// </summary>
public sealed class SiteAddress
{
    private readonly bool _isDevelopment;

    /// <exception cref="InvalidOperationException">What is set is no address.</exception>
    public SiteAddress(IConfiguration settings, IHostEnvironment environment)
    {
        _isDevelopment = environment.IsDevelopment();
        if (settings["Site:Address"] is not { Length: > 0 } text) return;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
            throw new InvalidOperationException($"Site:Address is \"{text}\". Set it to a whole address, such as https://events.hotel.example.");
        Outside = address;
    }

    /// <summary>As it was set; null when it was not.</summary>
    public Uri? Outside { get; }

    /// <summary>Cookies go over https and nothing else.</summary>
    public bool IsSecure => !_isDevelopment && Outside?.Scheme == Uri.UriSchemeHttps;

    /// <summary>Pages are shown over plain http: the house said so, or it is being worked on.</summary>
    public bool TakesHttp => _isDevelopment || Outside?.Scheme == Uri.UriSchemeHttp;

    /// <summary>What is wrong with how it is set, and what to do; null when nothing is.</summary>
    public string? Warning =>
        _isDevelopment ? null
        : Outside is null ? "The site does not know its address: links in letters lead nowhere, and over plain http it opens on this computer only. Set Site:Address to the address that people open it by."
        : Outside.IsLoopback ? "Site:Address leads to the computer that one sits at: links in letters lead nowhere. Set it to the address that people open the site by."
        : null;
}
