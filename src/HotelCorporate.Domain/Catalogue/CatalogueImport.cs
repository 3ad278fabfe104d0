using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Imports;

namespace HotelCorporate.Domain.Catalogue;

/// <summary>What a file is laid over: things and hire prices that it makes are added to the lists.</summary>
public sealed record CatalogueHouse(int PropertyId, Currency Currency, CatalogueNames Names, IList<CatalogueItem> Items, IList<HirePrice> Hire);

/// <summary>Lays a price list over what stands, row by row. A row that is refused changes nothing; the same file a second time changes nothing.</summary>
public static class CatalogueImport
{
    public static IReadOnlyList<RowOutcome> Apply(IEnumerable<CatalogueRow> rows, CatalogueHouse house)
    {
        var seen = new HashSet<object>();
        return [.. rows.Select(row => Apply(row, house, seen))];
    }

    private static RowOutcome Apply(CatalogueRow row, CatalogueHouse house, HashSet<object> seen)
    {
        if (row.Refusals.Count > 0) return Refused(row, [.. row.Refusals]);
        if (row.CurrencyCode.Length > 0 && !string.Equals(row.CurrencyCode, house.Currency.Code, StringComparison.OrdinalIgnoreCase))
            return Refused(row, new RowRefusal("Currency", $"{row.CurrencyCode} is not the hotel's currency, which is {house.Currency.Code}."));
        foreach (var (column, amount) in new[] { ("Price", row.Price), ("NetCost", row.NetCost) })
        {
            if (amount is < 0) return Refused(row, new RowRefusal(column, $"{amount.Value} is below zero. A price is 0 or more."));
            if (amount is > PriceCalendar.Dearest) return Refused(row, new RowRefusal(column, "A price is between 0 and 1,000,000."));
            if (amount is { } exact && Money.Of(exact, house.Currency).Amount != exact) return Refused(row, new RowRefusal(column, $"{exact} has more decimals than {house.Currency.Code} has."));
        }

        try
        {
            return row.Hire is { } hire ? Hired(row, hire, house, seen) : Item(row, house, seen);
        }
        catch (HouseRuleException refusal)
        {
            return Refused(row, new RowRefusal(refusal.Field, refusal.Sentence));
        }
    }

    private static RowOutcome Item(CatalogueRow row, CatalogueHouse house, HashSet<object> seen)
    {
        var known = house.Items.FirstOrDefault(item => row.Code.Length > 0 ? IsSame(item.Code, row.Code) : IsSame(item.Name, row.Name));
        if (known is null && row.Basis is null) return Refused(row, new RowRefusal("Basis", "Say what one of it is: per person, per event, a piece."));
        if (known is null && row.Price is null) return Refused(row, new RowRefusal("Price", "The cell is empty."));
        var facts = FactsOf(row, known, house);
        var now = CatalogueItem.Add(house.PropertyId, facts);
        if (!seen.Add(now.Code)) return Refused(row, new RowRefusal("", "The file names this twice. Keep one of the rows."));
        if (known is null)
        {
            house.Items.Add(now);
            return new(row.Number, NameOf(row), RowVerdict.Made, [$"{now.Price}, {now.Basis}, {FactRecord.Typed(house.Names.TaxCodes.GetValueOrDefault(now.TaxCodeId))}"], []);
        }

        var changes = CatalogueRecord.Of(CatalogueItem.Add(house.PropertyId, known.ToFacts()), house.Names).ChangesTo(CatalogueRecord.Of(now, house.Names));
        if (changes.Count == 0) return new(row.Number, NameOf(row), RowVerdict.Unchanged, [], []);
        known.Describe(facts);
        return new(row.Number, NameOf(row), RowVerdict.Changed, [.. changes.Select(change => (Sentence)$"{change.Fact}: {change.From} to {change.To}")], []);
    }

    private static CatalogueFacts FactsOf(CatalogueRow row, CatalogueItem? known, CatalogueHouse house)
    {
        var stands = known?.ToFacts() ?? new CatalogueFacts(CatalogueKind.Extra, CodeFor(row, house), row.Name, null, row.Basis!.Value, Money.Zero(house.Currency), null);
        return stands with
        {
            Kind = row.Kind ?? stands.Kind, Name = row.Name.Length > 0 ? row.Name : stands.Name, RevenueClass = row.RevenueClass ?? stands.RevenueClass, Basis = row.Basis ?? stands.Basis,
            Price = row.Price is { } price ? Money.Of(price, house.Currency) : stands.Price, NetCost = row.NetCost is { } cost ? Money.Of(cost, house.Currency) : stands.NetCost,
            TaxCodeId = row.TaxCodeId ?? stands.TaxCodeId, PriceTax = row.Tax ?? stands.PriceTax, MinimumNumber = row.MinimumNumber ?? stands.MinimumNumber, ServedAt = row.ServedAt ?? stands.ServedAt,
            Spawns = row.FunctionStyle is { } style ? new SpawnedFunction(style, row.FunctionMinutes ?? stands.Spawns?.Minutes ?? 60, row.FunctionSpaceId ?? stands.Spawns?.SpaceId) : stands.Spawns,
            ResourceId = row.ResourceId ?? stands.ResourceId, IsProtected = row.IsProtected ?? stands.IsProtected, ValidFrom = row.ValidFrom ?? stands.ValidFrom, ValidTo = row.ValidTo ?? stands.ValidTo,
            Description = row.Description ?? stands.Description, Note = row.Note ?? stands.Note, Seasons = row.Seasons ?? stands.Seasons, DatedPrices = row.DatedPrices ?? stands.DatedPrices,
            Texts = [.. row.Texts.Select(text => Filled(text, stands.Texts)), .. stands.Texts.Where(text => row.Texts.All(other => other.Language != text.Language))],
        };
    }

    private static ClientText Filled(ClientText text, IReadOnlyList<ClientText> stands) =>
        new(text.Language, text.Name.Length > 0 ? text.Name : stands.NameIn(text.Language, ""), text.Description.Length > 0 ? text.Description : stands.DescriptionIn(text.Language, ""));

    /// <summary>The file's own; otherwise out of the name, with a number when another has it.</summary>
    private static string CodeFor(CatalogueRow row, CatalogueHouse house)
    {
        if (row.Code.Length > 0) return row.Code;
        var letters = string.Concat(row.Name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        var code = letters.Length == 0 ? "ITEM" : letters[..Math.Min(letters.Length, CatalogueItem.LongestCode - 3)];
        if (house.Items.All(item => !IsSame(item.Code, code))) return code;
        return Enumerable.Range(2, house.Items.Count + 1).Select(number => $"{code}{number}").First(free => house.Items.All(item => !IsSame(item.Code, free)));
    }

    private static RowOutcome Hired(CatalogueRow row, HireTarget hire, CatalogueHouse house, HashSet<object> seen)
    {
        if (row.Price is not { } amount) return Refused(row, new RowRefusal("Price", "The cell is empty."));
        if (!seen.Add((hire, row.ValidFrom, row.ValidTo))) return Refused(row, new RowRefusal("", "The file names this twice. Keep one of the rows."));
        var price = Money.Of(amount, house.Currency);
        var known = house.Hire.FirstOrDefault(stood => stood.SpaceId == hire.SpaceId && stood.Weekdays == hire.Weekdays && stood.ValidFrom == row.ValidFrom && stood.ValidTo == row.ValidTo);
        var was = known?.For(hire.Span);
        if (was == price) return new(row.Number, NameOf(row), RowVerdict.Unchanged, [], []);
        var facts = known?.Facts ?? new HireFacts(hire.Weekdays, row.ValidFrom, row.ValidTo, null, null, null);
        var set = hire.Span switch { HireSpan.Hour => facts with { Hour = price }, HireSpan.HalfDay => facts with { HalfDay = price }, _ => facts with { Day = price } };
        if (known is not null) known.Set(set);
        else
        {
            var made = new HirePrice(house.PropertyId, hire.SpaceId, house.Currency, set);
            HirePrices.RefuseCollisions([.. house.Hire.Where(other => other.SpaceId == hire.SpaceId), made]);
            house.Hire.Add(made);
        }

        var said = was is { } before ? (Sentence)$"{hire.Span}: {before} to {price}" : (Sentence)$"{hire.Span}: {price}";
        return new(row.Number, NameOf(row), was is null ? RowVerdict.Made : RowVerdict.Changed, [said], []);
    }

    private static RowOutcome Refused(CatalogueRow row, params IReadOnlyList<RowRefusal> why) => new(row.Number, NameOf(row), RowVerdict.Refused, [], why);

    private static Sentence NameOf(CatalogueRow row) => Sentence.Typed(row.Name);

    private static bool IsSame(string one, string other) => string.Equals(one, other.Trim(), StringComparison.OrdinalIgnoreCase);
}
