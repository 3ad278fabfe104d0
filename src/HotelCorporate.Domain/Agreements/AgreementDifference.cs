namespace HotelCorporate.Domain.Agreements;

/// <summary>The names of what terms speak of, for whoever reads the difference.</summary>
public sealed record TermNames(Func<int, string> RoomType, Func<int, string> Package, Func<int, string> Hotel);

/// <summary>What one version of the terms says otherwise than another, in words: "Double, High season, Superior: 128.00 -> 124.00". Pure.</summary>
public static class AgreementDifference
{
    private static readonly Sentence Nothing = Sentence.Typed("-");

    public static IReadOnlyList<Sentence> Between(AgreementTerms before, AgreementTerms after, TermNames names)
    {
        var said = new List<Sentence>();
        Changed("First night", Day(before.ValidFrom), Day(after.ValidFrom));
        Changed("Last night", Day(before.ValidTo), Day(after.ValidTo));
        Changed("Hotels", Names(before.PropertyIds, names.Hotel), Names(after.PropertyIds, names.Hotel));
        Changed("Rate code", Typed(before.RateCode), Typed(after.RateCode));
        Changed("Currency", Typed(before.CurrencyCode), Typed(after.CurrencyCode));
        Changed("Tax", $"{before.TaxMode}", $"{after.TaxMode}");
        said.AddRange(Keyed(before.Seasons, after.Seasons, season => season.Name, season => $"{season.From} - {season.To}", name => $"Season {name}"));
        said.AddRange(Rates(before, after, names));
        said.AddRange(Keyed(before.Tiers, after.Tiers, tier => tier.MinimumNights, tier => $"{Sentence.Percent(tier.Off)} off", nights => $"Tier from {nights} nights on"));
        Changed("Tiers count", $"{before.TierBasis}", $"{after.TierBasis}");
        Changed("Reaching a tier", $"{before.TierEffect}", $"{after.TierEffect}");
        said.AddRange(Keyed(before.Blackouts, after.Blackouts, blackout => blackout.Name, Said, name => $"Blackout {name}"));
        Changed("Nights of the week", Weekdays(before), Weekdays(after));
        Changed("Shortest stay", $"{before.MinimumStay}", $"{after.MinimumStay}");
        Changed("Longest stay", Number(before.MaximumStay), Number(after.MaximumStay));
        Changed("Closed nights", LastRoom(before), LastRoom(after));
        Changed("The lower of the rate and BAR is paid", YesOrNo(before.LowerOfBar), YesOrNo(after.LowerOfBar));
        said.AddRange(Keyed(before.Inclusions, after.Inclusions, inclusion => inclusion.Name, Said, name => Sentence.Typed(name)));
        said.AddRange(Keyed(before.Packages, after.Packages, package => package.PackageId, Said, id => Sentence.Typed(names.Package(id))));
        Changed("Off room hire", Sentence.Percent(before.HireOff), Sentence.Percent(after.HireOff));
        Changed("Off food and beverage", Sentence.Percent(before.FoodAndBeverageOff), Sentence.Percent(after.FoodAndBeverageOff));
        Changed("Commission", Sentence.Percent(before.Commission), Sentence.Percent(after.Commission));
        Changed("Days to pay", $"{before.PaymentDays}", $"{after.PaymentDays}");
        Changed("Deposits", Typed(before.Deposits), Typed(after.Deposits));
        Changed("Cancellation", Typed(before.Cancellation), Typed(after.Cancellation));
        Changed("Rooms that may stay unused", Sentence.Percent(before.AttritionAllowance), Sentence.Percent(after.AttritionAllowance));
        Changed("Referral", Typed(before.Referral), Typed(after.Referral));
        Changed("Nights promised", $"{before.CommittedNights}", $"{after.CommittedNights}");
        said.AddRange(Keyed(before.CommittedByMonth, after.CommittedByMonth, month => (month.Year, month.Month), month => $"{month.Nights}", month => $"Nights promised for {month.Month}/{month.Year}"));
        Changed("Revenue promised", $"{before.CommittedRevenue}", $"{after.CommittedRevenue}");
        return said;

        void Changed(Sentence what, Sentence was, Sentence now)
        {
            if (!was.Equals(now)) said.Add($"{what}: {was} -> {now}");
        }
    }

    /// <summary>Price by price: the rate itself, then each tier's own amount.</summary>
    private static IEnumerable<Sentence> Rates(AgreementTerms before, AgreementTerms after, TermNames names)
    {
        var was = Prices(before).ToDictionary(row => row.Key, row => row.Price);
        var now = Prices(after).ToDictionary(row => row.Key, row => row.Price);
        foreach (var key in was.Keys.Union(now.Keys))
        {
            var (old, current) = (was.GetValueOrDefault(key, Nothing), now.GetValueOrDefault(key, Nothing));
            if (old.Equals(current)) continue;
            var (season, type) = (Sentence.Typed(key.Season), Sentence.Typed(names.RoomType(key.RoomTypeId)));
            if (key.FromNights == 0) yield return $"{key.Occupancy}, {season}, {type}: {old} -> {current}";
            else yield return $"{key.Occupancy}, {season}, {type}, from {key.FromNights} nights on: {old} -> {current}";
        }
    }

    private static IEnumerable<((string Season, int RoomTypeId, Occupancy Occupancy, int FromNights) Key, Sentence Price)> Prices(AgreementTerms terms)
    {
        foreach (var rate in terms.Rates.DistinctBy(rate => (rate.Season, rate.RoomTypeId, rate.Occupancy)))
        {
            yield return ((rate.Season, rate.RoomTypeId, rate.Occupancy, 0), Said(rate, terms));
            for (var i = 0; i < terms.Tiers.Count; i++)
                if (rate.TierAmounts?.ElementAtOrDefault(i) is { } column) yield return ((rate.Season, rate.RoomTypeId, rate.Occupancy, terms.Tiers[i].MinimumNights), Amount(column, terms));
        }
    }

    /// <summary>What came, went and changed, by a name that both know it by.</summary>
    private static IEnumerable<Sentence> Keyed<T, TKey>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, TKey> key, Func<T, Sentence> said, Func<TKey, Sentence> name) where TKey : notnull
    {
        var (was, now) = (before.ToLookup(key), after.ToLookup(key));
        foreach (var one in was.Select(group => group.Key).Union(now.Select(group => group.Key)))
        {
            var (old, current) = (Sentence.Join(", ", [.. was[one].Select(said)]), Sentence.Join(", ", [.. now[one].Select(said)]));
            if (!old.Equals(current)) yield return $"{name(one)}: {(old.IsEmpty ? Nothing : old)} -> {(current.IsEmpty ? Nothing : current)}";
        }
    }

    private static Sentence Said(AgreedRate rate, AgreementTerms terms)
    {
        if (rate.Amount is { } amount) return rate.Ceiling is { } most ? Most(Amount(amount, terms), most, terms) : Amount(amount, terms);
        Sentence off = $"{Sentence.Percent(rate.OffBar ?? 0)} off BAR";
        return rate.Ceiling is { } ceiling ? Most(off, ceiling, terms) : off;
    }

    private static Sentence Most(Sentence price, decimal ceiling, AgreementTerms terms) => $"{price}, at most {Amount(ceiling, terms)}";

    private static Sentence Said(Blackout blackout)
    {
        if (blackout.Rate is { } rate) return $"{blackout.From} - {blackout.To}, {rate}";
        return $"{blackout.From} - {blackout.To}, BAR";
    }

    private static Sentence Said(Inclusion inclusion)
    {
        if (inclusion.Fee is { } fee) return $"for {fee}";
        return "included";
    }

    private static Sentence Said(AgreedPackage package)
    {
        if (package.Price is { } price) return $"{price}";
        return $"{Sentence.Percent(package.Off)} off";
    }

    private static Sentence Amount(decimal amount, AgreementTerms terms) => $"{Amounts.Money.Of(amount, terms.Currency)}";

    private static Sentence Day(NodaTime.LocalDate day) => $"{day}";

    private static Sentence Typed(string text) => text.Length == 0 ? Nothing : Sentence.Typed(text);

    private static Sentence Number(int? number) => number is { } some ? (Sentence)$"{some}" : Nothing;

    private static Sentence YesOrNo(bool yes) => yes ? "yes" : "no";

    private static Sentence LastRoom(AgreementTerms terms) => terms.LastRoomAvailability ? "honoured (LRA)" : "not available (NLRA)";

    private static Sentence Names(IReadOnlyList<int> ids, Func<int, string> name) => Typed(string.Join(", ", ids.Select(name)));

    private static Sentence Weekdays(AgreementTerms terms) => terms.Weekdays.Count == 0 ? "all" : Sentence.Join(", ", [.. terms.Weekdays.Select(day => (Sentence)$"{day}")]);
}
