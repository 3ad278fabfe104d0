using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Catalogue;
using NodaTime;

namespace HotelCorporate.Web.Html;

/// <summary>A row of the hire price list in words.</summary>
public static class HireWords
{
    public static Sentence Say(HirePrice price)
    {
        List<Sentence> said = [.. Enum.GetValues<HireSpan>().Where(span => price.For(span) is not null).Select(span => (Sentence)$"{span} {price.For(span)!.Value}")];
        if (Days(price) is { } days) said.Add(days);
        return Sentence.Join(", ", said);
    }

    /// <summary>On which days it holds; none when on all.</summary>
    public static Sentence? Days(HirePrice price)
    {
        List<Sentence> said = [];
        if (price.Weekdays != WeekDays.None) said.Add(Sentence.Join(", ", [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None && price.Weekdays.HasFlag((WeekDays)(1 << ((int)day - 1)))).Select(day => (Sentence)day.ToString())]));
        if (price.ValidFrom is { } from) said.Add($"from {from} on");
        if (price.ValidTo is { } to) said.Add($"until {to}");
        return said.Count == 0 ? null : Sentence.Join(", ", said);
    }

    /// <summary>An amount, or a dash where there is no such price.</summary>
    public static string Amount(Money? amount) => amount is { } known ? Show.Amount(known) : "\u2013";
}
