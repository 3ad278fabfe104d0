using CsCheck;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Agreements;

/// <summary>What holds of the rate engine whatever is agreed, for hundreds of thousands of random agreements and nights.</summary>
public sealed class RatePropertyTests
{
    private static readonly LocalDate First = new(2027, 1, 1);

    /// <summary>Sound terms of half a year: one to four seasons, fixed and dynamic rates with and without ceiling, tiers, a blackout, weekdays, stays.</summary>
    private static readonly Gen<AgreementTerms> AnyTerms =
        from cuts in Gen.Int[1, 180].Array[0, 3]
        from rates in Gen.Select(Gen.Int[5_000, 30_000], Gen.Int[0, 9_999], Gen.Int[0, 3], Gen.Int[4_000, 20_000]).Array[4]
        from tiers in Gen.Int[0, 3]
        from offs in Gen.Int[0, 900].Array[3]
        from own in Gen.Bool
        from flags in Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool)
        from blackout in Gen.Select(Gen.Int[0, 179], Gen.Int[0, 2])
        from weekday in Gen.Int[0, 9]
        from stay in Gen.Select(Gen.Int[1, 3], Gen.Int[0, 5])
        select Terms(cuts, rates, tiers, offs, own, flags, blackout, weekday, stay);

    private static readonly Gen<(AgreementTerms[] Terms, LocalDate Night, int Nights, decimal Bar, bool Closed, int Free, int Counted)> AnyNight =
        from terms in AnyTerms.Array[0, 4]
        from night in Gen.Int[-3, 184]
        from nights in Gen.Int[1, 6]
        from bar in Gen.Int[4_000, 30_000]
        from closed in Gen.Bool
        from free in Gen.Int[0, 3]
        from counted in Gen.Int[0, 600]
        select (terms, First.PlusDays(night), nights, bar / 100m, closed, free, counted);

    [Fact]
    public void Every_night_of_the_term_has_one_season() => AnyTerms.Sample(terms =>
        terms.Problems().Count == 0
        && Enumerable.Range(0, 181).All(day => terms.Seasons.Count(season => season.From <= First.PlusDays(day) && First.PlusDays(day) <= season.To) == 1)
        && terms.SeasonOn(First.PlusDays(-1)) is null && terms.SeasonOn(terms.ValidTo.PlusDays(1)) is null);

    [Fact]
    public void No_agreed_rate_is_above_its_ceiling() => AnyNight.Sample(asked =>
    {
        var (answer, agreement) = Ask(asked);
        if (answer.Amount is not { } amount || agreement is null || agreement.Terms.BlackoutOn(asked.Night) is not null) return true;
        var rate = agreement.Terms.RateOf(agreement.Terms.SeasonOn(asked.Night)!.Name, 1, Occupancy.Single)!;
        return !(amount.Amount > rate.Ceiling) && (!agreement.Terms.LowerOfBar || amount.Amount <= asked.Bar);
    });

    [Fact]
    public void Last_room_availability_is_never_refused_while_a_room_is_free() => AnyNight.Sample(asked =>
    {
        var (answer, _) = Ask(asked);
        return !answer.IsLastRoom || asked.Free <= 0 ? asked.Free > 0 || answer.Amount is null : answer.Amount is not null;
    });

    [Fact]
    public void A_closed_night_is_sold_under_last_room_availability_only() => AnyNight.Sample(asked =>
    {
        var (answer, _) = Ask(asked with { Closed = true });
        return answer.Amount is null || answer.IsLastRoom;
    });

    [Fact]
    public void More_nights_never_make_it_dearer() => Gen.Select(AnyNight, Gen.Int[0, 600]).Sample((asked, more) =>
    {
        var (less, _) = Ask(asked);
        var (later, _) = Ask(asked with { Counted = asked.Counted + more });
        return less.Amount is null ? later.Amount is null : later.Amount <= less.Amount;
    });

    [Fact]
    public void The_explanation_recomputes_to_the_amount_to_the_cent() => AnyNight.Sample(asked =>
    {
        var (answer, _) = Ask(asked);
        return answer.Amount is not { } amount || Recomputed(answer.Steps) == amount.Amount;
    });

    [Fact]
    public void The_same_question_has_the_same_answer_whatever_order_the_agreements_come_in() => AnyNight.Sample(asked =>
        Ask(asked).Answer.Amount == Ask(asked with { Terms = [.. asked.Terms] }, turned: true).Answer.Amount);

    /// <summary>Reads the words of the steps and does what they say, from the first amount to the last.</summary>
    private static decimal Recomputed(IReadOnlyList<PriceStep> steps)
    {
        var stands = 0m;
        foreach (var step in steps.Where(step => step.Amount is not null))
        {
            var percent = step.Text.Gaps.OfType<Sentence>().Where(gap => gap.Template == "{0} %").Select(gap => (decimal)gap.Gaps[0]).FirstOrDefault();
            stands = step.Text.Template switch
            {
                "Rounded" => decimal.Round(stands, 2, MidpointRounding.AwayFromZero),
                _ when percent > 0 || step.Text.Template.Contains("off", StringComparison.Ordinal) => stands * (1 - (percent / 100)),
                _ => step.Amount!.Value, // a price of its own: agreed, BAR, blackout, ceiling
            };
            Assert.Equal(step.Amount, stands);
        }

        return stands;
    }

    private static (RateAnswer Answer, Agreement? Speaks) Ask((AgreementTerms[] Terms, LocalDate Night, int Nights, decimal Bar, bool Closed, int Free, int Counted) asked, bool turned = false)
    {
        var agreements = asked.Terms.Select((terms, i) =>
        {
            var agreement = Agreement.Draft(1 + (i % 2), $"Agreement {i}", terms);
            agreement.Offer();
            agreement.Accept("A. Client", Instant.FromUtc(2026, 11, 1 + i, 9, 0));
            return agreement;
        }).ToList();
        if (turned) agreements.Reverse();
        var question = new RateQuestion([1, 2], 1, 1, Occupancy.Single, asked.Night, asked.Night, asked.Nights, First);
        var answer = RateForANight.Answer(question, new NightFacts(Money.Of(asked.Bar, Currency.Eur), asked.Closed, asked.Free), agreements, _ => asked.Counted);
        var named = answer.Steps.Select(step => step.Text).LastOrDefault(text => text.Gaps is [string, Sentence, ..] && text.Gaps[0] is string name && name.StartsWith("Agreement", StringComparison.Ordinal));
        return (answer, answer.AgreementId is null ? null : agreements.Find(agreement => agreement.Name == (string)named!.Gaps[0]));
    }

    private static AgreementTerms Terms(
        int[] cuts, (int Amount, int Off, int Kind, int Ceiling)[] rates, int tiers, int[] offs, bool own, (bool LastRoom, bool Lower, bool Rebate) flags, (int Day, int Kind) blackout, int weekday, (int Least, int More) stay)
    {
        int[] starts = [0, .. cuts.Distinct().Order(), 181];
        var seasons = starts.Zip(starts.Skip(1)).Select((pair, i) => new Season($"S{i}", First.PlusDays(pair.First), First.PlusDays(pair.Second - 1))).ToList();
        var steps = Enumerable.Range(0, tiers).Select(i => new Tier(100 * (i + 1), own ? 0 : offs.Take(i + 1).Sum() / 10_000m)).ToList();
        return new AgreementTerms
        {
            PropertyIds = [1], ValidFrom = First, ValidTo = First.PlusDays(180), CurrencyCode = "EUR", Seasons = seasons, Tiers = steps,
            Rates = [.. seasons.Zip(rates, (season, rate) => new AgreedRate(
                season.Name, 1, Occupancy.Single, rate.Kind < 2 ? rate.Amount / 100m : null, rate.Kind < 2 ? null : rate.Off / 10_000m, rate.Kind % 2 == 0 ? null : rate.Ceiling / 100m,
                own && rate.Kind < 2 ? [.. Enumerable.Range(1, tiers).Select(i => (decimal?)decimal.Round(rate.Amount / 100m * (1 - (i * 0.05m)), 2))] : null))],
            LastRoomAvailability = flags.LastRoom, LowerOfBar = flags.Lower, TierEffect = flags.Rebate ? TierEffect.RebateForThePeriod : TierEffect.FromNowOn,
            Blackouts = blackout.Kind == 2 ? [] : [new("Fair", First.PlusDays(blackout.Day), First.PlusDays(blackout.Day + 1), blackout.Kind == 0 ? null : 177.77m)],
            Weekdays = weekday > 7 || weekday == 0 ? [] : [(IsoDayOfWeek)weekday, IsoDayOfWeek.Saturday], MinimumStay = stay.Least, MaximumStay = stay.More == 0 ? null : stay.Least + stay.More,
        };
    }
}
