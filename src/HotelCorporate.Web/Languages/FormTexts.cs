using System.ComponentModel.DataAnnotations;
using HotelCorporate.Domain;
using HotelCorporate.Web.Documents;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace HotelCorporate.Web.Languages;

/// <summary>What a form answers where the framework would answer in its own English.</summary>
public sealed class FormTexts : IValidationMetadataProvider
{
    /// <summary>A rule of a form without words of its own gets these; the localizer translates them.</summary>
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>().Where(rule => rule.ErrorMessage is null && rule.ErrorMessageResourceName is null))
        {
            rule.ErrorMessage = rule switch
            {
                RequiredAttribute => "Fill this in.",
                StringLengthAttribute => "{1} characters at most.",
                RangeAttribute => "Type a number between {1} and {2}.",
                EmailAddressAttribute => "Type an e-mail address such as name@company.com.",
                _ => "This is not understood. Correct it.",
            };
        }
    }

    /// <summary>What is said when the text of a field is no number, no choice, or missing.</summary>
    public static void Bind(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((typed, _) => Say($"\"{typed}\" is not understood. Correct it."));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(typed => Say($"\"{typed}\" is not understood. Correct it."));
        messages.SetValueIsInvalidAccessor(typed => Say($"\"{typed}\" is not understood. Correct it."));
        messages.SetUnknownValueIsInvalidAccessor(_ => Say("This is not understood. Correct it."));
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Say("This is not understood. Correct it."));
        messages.SetValueMustBeANumberAccessor(_ => Say("Type a number."));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Say("Type a number."));
        messages.SetValueMustNotBeNullAccessor(_ => Say("Fill this in."));
        messages.SetMissingBindRequiredValueAccessor(_ => Say("Fill this in."));
        messages.SetMissingKeyOrValueAccessor(() => Say("Fill this in."));
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Say("Fill this in."));
    }

    private static string Say(Sentence what) => Words.Here.Say(what);
}
