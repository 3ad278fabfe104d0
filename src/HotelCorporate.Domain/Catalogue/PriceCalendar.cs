using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Catalogue;

/// <summary>A stretch of days with a price of its own.</summary>
/// <param name="To">The last day.</param>
public sealed record PriceSeason(LocalDate From, LocalDate To, decimal Price)
{
    public bool Holds(LocalDate day) => From <= day && day <= To;
}

/// <summary>The list price from a day on, until the next one.</summary>
public sealed record DatedPrice(LocalDate From, decimal Price);

/// <summary>The prices of one thing over time: a season before a dated price, that before the list price.</summary>
public sealed record PriceCalendar(Money List, IReadOnlyList<PriceSeason> Seasons, IReadOnlyList<DatedPrice> Dated)
{
    /// <summary>More than this for one is a slip of the finger.</summary>
    public const decimal Dearest = 1_000_000m;

    private const int MostRows = 40;

    public Money On(LocalDate day) => Seasons.FirstOrDefault(season => season.Holds(day)) is { } season ? Of(season.Price) : OutOfSeason(day);

    /// <summary>What it costs on a day that no season has.</summary>
    public Money OutOfSeason(LocalDate day) => Dated.Where(dated => dated.From <= day).MaxBy(dated => dated.From) is { } found ? Of(found.Price) : List;

    /// <summary>The same in the order of its days.</summary>
    /// <exception cref="HouseRuleException">A price below zero, a season that ends before it begins or overlaps another, two prices from one day.</exception>
    public PriceCalendar Checked()
    {
        if (List.IsNegative || List.Amount > Dearest) throw new HouseRuleException("A price is between 0 and 1,000,000.") { Field = "Price" };
        List<PriceSeason> seasons = [.. Seasons.OrderBy(season => season.From)];
        List<DatedPrice> dated = [.. Dated.OrderBy(price => price.From)];
        if (seasons.Count > MostRows || dated.Count > MostRows) throw new HouseRuleException($"There are {MostRows} seasons and dated prices at most.") { Field = "Seasons" };
        if (seasons.Exists(season => season.To < season.From)) throw new HouseRuleException("A season ends before it begins. Give it a later last day.") { Field = "Seasons" };
        if (seasons.Zip(seasons.Skip(1)).FirstOrDefault(pair => pair.Second.From <= pair.First.To) is ({ } first, { } second))
            throw new HouseRuleException($"The season from {second.From} begins before the one from {first.From} has ended. Seasons never overlap.") { Field = "Seasons" };
        if (seasons.Exists(season => IsOff(season.Price))) throw new HouseRuleException("The price of a season is between 0 and 1,000,000.") { Field = "Seasons" };
        if (dated.Exists(price => IsOff(price.Price))) throw new HouseRuleException("A dated price is between 0 and 1,000,000.") { Field = "DatedPrices" };
        if (dated.DistinctBy(price => price.From).Count() < dated.Count) throw new HouseRuleException("There are two prices from one day on. Keep one of them.") { Field = "DatedPrices" };
        return new(List, [.. seasons.Select(season => season with { Price = Of(season.Price).Amount })], [.. dated.Select(price => price with { Price = Of(price.Price).Amount })]);
    }

    /// <summary>Every price from the day on rises; those of the days before stay. A season that the day falls into is parted there.</summary>
    public PriceCalendar Raised(PriceRise rise)
    {
        var from = rise.From;
        List<DatedPrice> dated = [.. Dated.Select(price => price.From >= from ? price with { Price = Risen(price.Price) } : price)];
        if (!dated.Exists(price => price.From == from)) dated.Add(new DatedPrice(from, rise.Apply(OutOfSeason(from)).Amount));
        return new PriceCalendar(List, [.. Seasons.SelectMany(Parted)], dated).Checked();

        decimal Risen(decimal price) => rise.Apply(Of(price)).Amount;

        IEnumerable<PriceSeason> Parted(PriceSeason season)
        {
            if (season.From < from) yield return season with { To = season.To < from ? season.To : from.PlusDays(-1) };
            if (season.To >= from) yield return new PriceSeason(LocalDate.Max(season.From, from), season.To, Risen(season.Price));
        }
    }

    /// <summary>What each price of the days from then on was and would be.</summary>
    public IReadOnlyList<PriceChange> Changes(PriceRise rise)
    {
        var (later, from) = (Raised(rise), rise.From);
        return
        [
            .. later.Dated.Where(price => price.From >= from).Select(price => new PriceChange($"from {price.From} on", OutOfSeason(price.From), Of(price.Price))),
            .. later.Seasons.Where(season => season.From >= from).Select(season => new PriceChange($"{season.From} to {season.To}", On(season.From), Of(season.Price))),
        ];
    }

    private Money Of(decimal price) => Money.Of(price, List.Currency);

    private static bool IsOff(decimal price) => price is < 0 or > Dearest;
}
