using System.Collections.Frozen;

namespace HotelCorporate.Domain.Amounts;

/// <summary>A currency of ISO 4217: its three letters and how many decimals its smallest unit has (EUR 2, JPY 0, KWD 3).</summary>
/// <remarks>The list is that of npm currency-codes 2.2.0 (MIT). Two currencies are equal when their codes are.</remarks>
public sealed record Currency
{
    private static readonly FrozenDictionary<string, Currency> All = new (int Digits, string Codes)[]
    {
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XAG XAU XBA XBB XBC XBD XDR XOF XPD " +
            "XPF XPT XSU XTS XUA XXX"),
        (2, "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD " +
            "CAD CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL " +
            "GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD " +
            "LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN " +
            "PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB " +
            "TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD YER ZAR ZMW ZWG"),
        (3, "BHD IQD JOD KWD LYD OMR TND"),
        (4, "CLF UYW"),
    }
        .SelectMany(group => group.Codes.Split(' ').Select(code => new Currency(code, group.Digits)))
        .ToFrozenDictionary(currency => currency.Code, StringComparer.Ordinal);

    private Currency(string code, int digits)
    {
        Code = code;
        Digits = digits;
        UnitsPerWhole = 1;
        for (var i = 0; i < digits; i++) UnitsPerWhole *= 10;
    }

    public string Code { get; }

    /// <summary>Decimals of the smallest unit, 0 to 4.</summary>
    public int Digits { get; }

    /// <summary>How many minor units make one whole: 100 for EUR, 1 for JPY, 1,000 for KWD.</summary>
    public int UnitsPerWhole { get; }

    public static Currency Eur => Of("EUR");

    public static Currency Usd => Of("USD");

    public static IReadOnlyCollection<string> Codes => All.Keys;

    /// <exception cref="HouseRuleException">The code is not in ISO 4217.</exception>
    public static Currency Of(string code) =>
        All.TryGetValue(code, out var currency)
            ? currency
            : throw new HouseRuleException($"{code} is not a currency of ISO 4217. Use three letters such as EUR or USD.");

    public bool Equals(Currency? other) => other is not null && Code == other.Code;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Code);

    public override string ToString() => Code;
}
