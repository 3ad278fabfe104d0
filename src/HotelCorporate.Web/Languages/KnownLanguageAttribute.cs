using System.ComponentModel.DataAnnotations;

namespace HotelCorporate.Web.Languages;

/// <summary>One of the languages that there is a file for.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KnownLanguageAttribute : ValidationAttribute
{
    public KnownLanguageAttribute() => ErrorMessage = "Choose a language.";

    public override bool IsValid(object? value) => Language.All.Any(language => language.Code == value as string);
}
