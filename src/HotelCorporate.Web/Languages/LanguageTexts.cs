using System.Globalization;
using Microsoft.Extensions.Localization;

namespace HotelCorporate.Web.Languages;

/// <summary>Gives pages and forms the texts of the reader's language.</summary>
public sealed class LanguageTexts : IStringLocalizerFactory, IStringLocalizer
{
    private static Language Own => Language.Of(CultureInfo.CurrentUICulture);

    public LocalizedString this[string name] => new(name, Own[name], !Own.Has(name));

    public LocalizedString this[string name, params object[] arguments] => new(name, string.Format(CultureInfo.CurrentCulture, Own[name], arguments), !Own.Has(name));

    public IStringLocalizer Create(Type resourceSource) => this;

    public IStringLocalizer Create(string baseName, string location) => this;

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
}
