using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Agreements;

/// <summary>What a rate is asked for.</summary>
/// <param name="Accounts">The account, then its parent, the parent's parent and so on: their agreements hold too.</param>
/// <param name="Arrival">The first night of the stay; its length counts for minimum and maximum.</param>
public sealed record RateQuestion(IReadOnlyList<int> Accounts, int PropertyId, int RoomTypeId, Occupancy Occupancy, LocalDate Night, LocalDate Arrival, int Nights, LocalDate PricedOn);

/// <summary>What the house knows of the night.</summary>
/// <param name="Closed">The type is closed for sale.</param>
/// <param name="FreeRooms">Rooms of the type that are still free.</param>
public sealed record NightFacts(Money Bar, bool Closed, int FreeRooms);

/// <summary>The amount and the steps that led to it; or unavailable, with the reason.</summary>
/// <param name="AgreementId">The agreement that gave the rate; none: BAR.</param>
/// <param name="IsLastRoom">An agreement with last room availability speaks: to refuse the night while a room is free is the hotel's breach.</param>
public sealed record RateAnswer(Money? Amount, Sentence? Unavailable, int? AgreementId, IReadOnlyList<PriceStep> Steps, bool IsLastRoom = false);

/// <summary>The rate of a room for one night. Pure; the nine steps of domain section 5 in their order; rounded once, at the end.</summary>
public static class RateForANight
{
    /// <param name="nightsCounted">Room nights counted for an agreement's tiers up to the day of pricing, as <see cref="TierCount.Of"/> counts them.</param>
    public static RateAnswer Answer(RateQuestion asked, NightFacts facts, IEnumerable<Agreement> agreements, Func<Agreement, int> nightsCounted)
    {
        var steps = new List<PriceStep>();
        // (1) in force; several: in their order.
        var inForce = AgreementRank.InForce(asked.Accounts, asked.PropertyId, asked.Night, facts.Bar.Currency, agreements);
        foreach (var agreement in inForce)
        {
            var terms = agreement.Terms;
            // (2) blackout: its rate, else BAR, straight to (9).
            if (terms.BlackoutOn(asked.Night) is { } blackout)
            {
                steps.Add(new($"{agreement.Name}: blackout {(Sentence)blackout.Name}, the agreed rates do not hold"));
                if (blackout.Rate is not { } rate) return Bar(facts, steps);
                var paid = Money.Of(rate, terms.Currency);
                steps.Add(new("Blackout rate", paid.Amount));
                return Sold(paid, agreement, facts, steps);
            }

            // (3) weekday and length of stay, (4) season, type, occupancy; else the next agreement.
            var season = terms.SeasonOn(asked.Night);
            var agreed = season is null ? null : terms.RateOf(season.Name, asked.RoomTypeId, asked.Occupancy);
            if (WhyNot(terms, asked, agreed) is { } reason)
            {
                steps.Add(new($"{agreement.Name}: {reason}"));
                continue;
            }

            return Sold(Price(agreement, season!, agreed!, facts, nightsCounted, steps), agreement, facts, steps);
        }

        steps.Add(new(inForce.Count == 0 ? "No agreement is in force on this night" : "No agreement has a rate for this stay"));
        return Bar(facts, steps);
    }

    private static Sentence? WhyNot(AgreementTerms terms, RateQuestion asked, AgreedRate? agreed)
    {
        if (terms.Weekdays.Count > 0 && !terms.Weekdays.Contains(asked.Night.DayOfWeek)) return $"not agreed for a {asked.Night.DayOfWeek}";
        if (asked.Nights < terms.MinimumStay) return $"agreed for {terms.MinimumStay} nights at least";
        if (asked.Nights > terms.MaximumStay) return $"agreed for {terms.MaximumStay} nights at most";
        return agreed is null ? (Sentence)"no rate for this season, room type and occupancy" : null;
    }

    private static Money Price(Agreement agreement, Season season, AgreedRate agreed, NightFacts facts, Func<Agreement, int> nightsCounted, List<PriceStep> steps)
    {
        var terms = agreement.Terms;
        var bar = facts.Bar.Amount;
        // (5) a tier that counts from now on picks its column; a rebate changes no price.
        var counted = terms.TierEffect == TierEffect.FromNowOn && terms.Tiers.Count > 0 ? nightsCounted(agreement) : 0;
        var reached = terms.TierReached(counted);
        var tier = reached < 0 ? null : terms.Tiers[reached];
        var column = tier is null ? null : agreed.TierAmounts?.ElementAtOrDefault(reached);
        decimal price;
        if (agreed.Amount is { } amount)
        {
            price = column ?? amount;
            if (column is null) steps.Add(new($"{agreement.Name}, {(Sentence)season.Name}: agreed rate", price));
            else steps.Add(new($"{agreement.Name}, {(Sentence)season.Name}: agreed rate from {tier!.MinimumNights} nights on ({Counted(terms, counted)})", price));
        }
        else
        {
            // (6) dynamic: BAR x (1 - pct), then the tier's percentage.
            steps.Add(new("BAR of the night", bar));
            price = bar * (1 - agreed.OffBar!.Value);
            steps.Add(new($"{agreement.Name}, {(Sentence)season.Name}: {Sentence.Percent(agreed.OffBar.Value)} off BAR", price));
        }

        if (tier is { Off: > 0 } && column is null)
        {
            price *= 1 - tier.Off;
            steps.Add(new($"{Sentence.Percent(tier.Off)} off from {tier.MinimumNights} nights on ({Counted(terms, counted)})", price));
        }

        // (7) not above the ceiling, (8) the lower of that and BAR, when agreed; rounded once.
        if (agreed.Ceiling < price) steps.Add(new("Not above the agreed ceiling", price = agreed.Ceiling.Value));
        if (terms.LowerOfBar && bar < price) steps.Add(new("BAR is lower, and the lower one is agreed", price = bar));
        var rounded = Money.Of(price, terms.Currency);
        if (rounded.Amount != price) steps.Add(new("Rounded", rounded.Amount));
        return rounded;
    }

    private static Sentence Counted(AgreementTerms terms, int nights)
    {
        if (terms.TierBasis == TierBasis.Promised) return $"{nights} promised";
        return $"{nights} produced";
    }

    private static RateAnswer Bar(NightFacts facts, List<PriceStep> steps)
    {
        steps.Add(new("BAR of the night", facts.Bar.Amount));
        return Sold(facts.Bar, null, facts, steps);
    }

    /// <summary>(9) whether the night can be had at that amount: BAR and NLRA not on a closed night, nothing without a free room.</summary>
    private static RateAnswer Sold(Money amount, Agreement? agreement, NightFacts facts, List<PriceStep> steps)
    {
        var isLastRoom = agreement is { Terms.LastRoomAvailability: true };
        Sentence? refusal = null;
        if (facts.FreeRooms <= 0) refusal = "No room of this type is free on this night.";
        else if (facts.Closed && !isLastRoom) refusal = "This room type is closed on this night, and no last-room agreement opens it.";
        else if (facts.Closed) steps.Add(new("Closed night: honoured, the agreement has last room availability"));
        return refusal is null
            ? new(amount, null, agreement?.Id, steps, isLastRoom)
            : new(null, refusal, agreement?.Id, [.. steps, new PriceStep(refusal)], isLastRoom);
    }
}
