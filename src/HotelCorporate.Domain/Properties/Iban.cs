namespace HotelCorporate.Domain.Properties;

/// <summary>An international bank account number (ISO 13616).</summary>
public static class Iban
{
    /// <summary>Without spaces, in capitals; empty stays empty.</summary>
    /// <exception cref="HouseRuleException">Its form or its check digits are wrong.</exception>
    public static string Read(string? typed)
    {
        var iban = string.Concat((typed ?? "").Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
        if (iban.Length == 0) return "";
        if (iban.Length is < 15 or > 34 || !iban.All(char.IsAsciiLetterOrDigit) || !char.IsAsciiLetter(iban[0]) || !char.IsAsciiLetter(iban[1]) || Remainder(iban[4..] + iban[..4]) != 1)
            throw new HouseRuleException("This IBAN has a mistake: its check digits do not fit. Type it again from the bank's letter.");
        return iban;
    }

    /// <summary>Modulo 97 over the digits, a letter being 10 to 35.</summary>
    private static int Remainder(string text)
    {
        var remainder = 0;
        foreach (var letter in text)
            remainder = char.IsAsciiDigit(letter) ? ((remainder * 10) + (letter - '0')) % 97 : ((remainder * 100) + (letter - 'A' + 10)) % 97;
        return remainder;
    }
}
