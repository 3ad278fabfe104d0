using HotelCorporate.Domain;
using HotelCorporate.Web.Documents;
using Microsoft.AspNetCore.Identity;

namespace HotelCorporate.Web.Languages;

/// <summary>What is said of passwords, addresses and codes, in the reader's language.</summary>
public sealed class IdentityTexts : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Of(base.DefaultError(), "This could not be saved. Try again.");

    public override IdentityError ConcurrencyFailure() => Of(base.ConcurrencyFailure(), "Somebody changed this person meanwhile. Load the page again.");

    public override IdentityError PasswordMismatch() => Of(base.PasswordMismatch(), "This is not the password that you have now.");

    public override IdentityError InvalidToken() => Of(base.InvalidToken(), "This link was used already, or its time is over. Ask for a new one.");

    public override IdentityError RecoveryCodeRedemptionFailed() => Of(base.RecoveryCodeRedemptionFailed(), "This recovery code was used already, or is none of yours.");

    public override IdentityError LoginAlreadyAssociated() => Of(base.LoginAlreadyAssociated(), "This sign-in belongs to somebody else.");

    public override IdentityError InvalidUserName(string? userName) => Of(base.InvalidUserName(userName), $"\"{userName}\" cannot be a sign-in name. Use letters, digits and -._@+.");

    public override IdentityError InvalidEmail(string? email) => Of(base.InvalidEmail(email), $"\"{email}\" is not an e-mail address.");

    public override IdentityError DuplicateUserName(string userName) => Of(base.DuplicateUserName(userName), $"{userName} has an account already.");

    public override IdentityError DuplicateEmail(string email) => Of(base.DuplicateEmail(email), $"{email} has an account already.");

    public override IdentityError InvalidRoleName(string? role) => Of(base.InvalidRoleName(role), $"There is no role called {role}.");

    public override IdentityError DuplicateRoleName(string role) => Of(base.DuplicateRoleName(role), $"There is a role called {role} already.");

    public override IdentityError UserAlreadyHasPassword() => Of(base.UserAlreadyHasPassword(), "This person has a password already.");

    public override IdentityError UserLockoutNotEnabled() => Of(base.UserLockoutNotEnabled(), "This person cannot be locked out.");

    public override IdentityError UserAlreadyInRole(string role) => Of(base.UserAlreadyInRole(role), $"This person is {role} already.");

    public override IdentityError UserNotInRole(string role) => Of(base.UserNotInRole(role), $"This person is not {role}.");

    public override IdentityError PasswordTooShort(int length) => Of(base.PasswordTooShort(length), $"A password has {length} characters at least.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Of(base.PasswordRequiresUniqueChars(uniqueChars), $"A password has {uniqueChars} different characters at least.");

    public override IdentityError PasswordRequiresNonAlphanumeric() => Of(base.PasswordRequiresNonAlphanumeric(), "A password has a sign that is no letter and no digit.");

    public override IdentityError PasswordRequiresDigit() => Of(base.PasswordRequiresDigit(), "A password has a digit: 0 to 9.");

    public override IdentityError PasswordRequiresLower() => Of(base.PasswordRequiresLower(), "A password has a small letter: a to z.");

    public override IdentityError PasswordRequiresUpper() => Of(base.PasswordRequiresUpper(), "A password has a capital letter: A to Z.");

    private static IdentityError Of(IdentityError known, Sentence words) => new() { Code = known.Code, Description = Words.Here.Say(words) };
}
