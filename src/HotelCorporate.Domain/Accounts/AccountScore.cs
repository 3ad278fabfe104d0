namespace HotelCorporate.Domain.Accounts;

/// <summary>What a company's score counts, from the last 12 months unless it says otherwise; none: not known yet.</summary>
/// <param name="RevenuePercentile">The part of the companies that brought revenue which brought no more, 0 to 1.</param>
/// <param name="Margin">Contribution margin of its revenue, a fraction of it.</param>
/// <param name="PaidOnTime">The part of its documents that was paid by the day on which it was due, 0 to 1.</param>
/// <param name="Kept">The part of its signed bookings that was not cancelled, 0 to 1.</param>
/// <param name="Trend">Revenue of these 12 months over that of the 12 before: 1 is as much.</param>
/// <param name="Judgement">Of the manager, 0 to 10.</param>
public sealed record AccountFigures(decimal? RevenuePercentile, decimal? Margin, decimal? PaidOnTime, decimal? Kept, decimal? Trend, int? Judgement);

/// <summary>One part of a score.</summary>
/// <param name="Points">Of <paramref name="Most"/>, one decimal; none: not known, and left out of the whole.</param>
/// <param name="Why">What it was worked out from.</param>
public sealed record ScorePart(string Name, int Most, decimal? Points, Sentence Why);

/// <summary>How much a company is worth to the house, 0 to 100, with its parts.</summary>
/// <param name="Total">The points of the known parts over the most that these can give, as a whole number of 100; none while nothing is known.</param>
public sealed record AccountScore(int? Total, IReadOnlyList<ScorePart> Parts)
{
    /// <summary>A margin from which on all its points are given.</summary>
    private const decimal FullMargin = 0.60m;

    /// <summary>Twice the revenue of the year before gives all points of the trend, half gives a quarter, as much gives half.</summary>
    private const decimal FullTrend = 2m;

    public static AccountScore Of(AccountFigures figures, ScoreWeights weights)
    {
        ScorePart[] parts =
        [
            Part("Revenue", weights.Revenue, figures.RevenuePercentile, figures.RevenuePercentile is { } rank ? (Sentence)$"at or above {Percent(rank)} of the companies that brought revenue" : "no revenue in 12 months"),
            Part("Contribution margin", weights.Margin, figures.Margin / FullMargin, figures.Margin is { } margin ? (Sentence)$"{Percent(margin)} of its revenue; {Percent(FullMargin)} gives all points" : "no revenue in 12 months"),
            Part("Pays on time", weights.PaysOnTime, figures.PaidOnTime, figures.PaidOnTime is { } paid ? (Sentence)$"{Percent(paid)} of its documents were paid by their day" : "no document was due yet"),
            Part("Keeps bookings", weights.Keeps, figures.Kept, figures.Kept is { } kept ? (Sentence)$"{Percent(kept)} of its signed bookings were kept" : "no booking was signed yet"),
            Part("Trend", weights.Trend, figures.Trend / FullTrend, figures.Trend is { } trend ? (Sentence)$"{Percent(trend)} of the revenue of the 12 months before" : "no revenue in the 12 months before"),
            Part("Judgement", weights.Judgement, figures.Judgement / (decimal)Account.MostJudgement, figures.Judgement is { } points ? (Sentence)$"{points} of {Account.MostJudgement} points of the manager" : "not judged yet"),
        ];
        var known = parts.Where(part => part.Points is not null).ToList();
        var most = known.Sum(part => part.Most);
        return new(most == 0 ? null : (int)decimal.Round(known.Sum(part => part.Points!.Value) * 100 / most, MidpointRounding.AwayFromZero), parts);
    }

    private static ScorePart Part(string name, int weight, decimal? share, Sentence why) =>
        new(name, weight, share is { } part ? decimal.Round(Math.Clamp(part, 0, 1) * weight, 1, MidpointRounding.AwayFromZero) : null, why);

    private static Sentence Percent(decimal fraction) => Sentence.Percent(decimal.Round(fraction, 2, MidpointRounding.AwayFromZero));
}
