using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Agreements;

/// <summary>What a rate is asked for.</summary>
/// <param name="Arrival">The first night of the stay; its length counts for minimum and maximum.</param>
/// <param name="ParentId">The account's parent, whose agreements hold too.</param>
public sealed record RateQuestion(int AccountId, int? ParentId, int PropertyId, int RoomTypeId, Occupancy Occupancy, LocalDate Night, LocalDate Arrival, int Nights, LocalDate PricedOn);

/// <summary>What the house knows of the night.</summary>
/// <param name="Closed">The type is closed for sale.</param>
/// <param name="FreeRooms">Rooms of the type that are still free.</param>
public sealed record NightFacts(Money Bar, bool Closed, int FreeRooms);

/// <summary>The amount and the steps that led to it; or unavailable, with the reason.</summary>
/// <param name="AgreementId">The agreement that gave the rate; none: BAR.</param>
public sealed record RateAnswer(Money? Amount, Sentence? Unavailable, int? AgreementId, IReadOnlyList<PriceStep> Steps);

/// <summary>The rate of a room for one night. Pure; the nine steps of domain section 5 in their order; rounded once, at the end.</summary>
public static class RateForANight
{
    /// <param name="nightsProduced">Room nights counted for an agreement's tiers, up to the day of pricing.</param>
    public static RateAnswer Answer(RateQuestion asked, NightFacts facts, IEnumerable<Agreement> agreements, Func<Agreement, int> nightsProduced)
    {
        var steps = new List<PriceStep>();
        // (1) in force: the account's own before its parent's, fewer properties before more, later acceptance first.
        var inForce = agreements
            .Where(agreement => (agreement.AccountId == asked.AccountId || agreement.AccountId == asked.ParentId)
                && agreement.Terms.PropertyIds.Contains(asked.PropertyId) && agreement.IsInForce(asked.Night) && agreement.Terms.Currency == facts.Bar.Currency)
            .OrderBy(agreement => agreement.AccountId != asked.AccountId).ThenBy(agreement => agreement.Terms.PropertyIds.Count).ThenByDescending(agreement => agreement.AcceptedAt)
            .ToList();
        foreach (var agreement in inForce)
        {
            var terms = agreement.Terms;
            // (2) blackout: its rate, else BAR, straight to (9).
            if (terms.Blackouts.FirstOrDefault(blackout => blackout.From <= asked.Night && asked.Night <= blackout.To) is { } blackout)
            {
                steps.Add(new($"{agreement.Name}: blackout {(Sentence)blackout.Name}, the agreed rates do not hold"));
                var paid = blackout.Rate is { } rate ? Money.Of(rate, terms.Currency) : facts.Bar;
                steps.Add(new(blackout.Rate is null ? "BAR of the night" : "Blackout rate", paid.Amount));
                return Sold(paid, agreement, facts, steps);
            }

            // (3) weekday and length of stay, (4) season, type, occupancy; else the next agreement.
            if (WhyNot(terms, asked) is { } reason)
            {
                steps.Add(new($"{agreement.Name}: {reason}"));
                continue;
            }

            var season = terms.Seasons.First(season => season.From <= asked.Night && asked.Night <= season.To);
            var agreed = terms.Rates.First(rate => rate.Season == season.Name && rate.RoomTypeId == asked.RoomTypeId && rate.Occupancy == asked.Occupancy);
            return Sold(Price(agreement, season, agreed, facts, nightsProduced(agreement), steps), agreement, facts, steps);
        }

        steps.Add(new(inForce.Count == 0 ? "No agreement is in force on this night" : "No agreement has a rate for this stay"));
        steps.Add(new("BAR of the night", facts.Bar.Amount));
        return Sold(facts.Bar, null, facts, steps);
    }

    private static Sentence? WhyNot(AgreementTerms terms, RateQuestion asked)
    {
        if (terms.Weekdays.Count > 0 && !terms.Weekdays.Contains(asked.Night.DayOfWeek)) return $"not agreed for a {asked.Night.DayOfWeek}";
        if (asked.Nights < terms.MinimumStay) return $"agreed for {terms.MinimumStay} nights at least";
        if (asked.Nights > terms.MaximumStay) return $"agreed for {terms.MaximumStay} nights at most";
        var season = terms.Seasons.FirstOrDefault(season => season.From <= asked.Night && asked.Night <= season.To);
        return season is not null && terms.Rates.Any(rate => rate.Season == season.Name && rate.RoomTypeId == asked.RoomTypeId && rate.Occupancy == asked.Occupancy)
            ? null
            : (Sentence)"no rate for this season, room type and occupancy";
    }

    private static Money Price(Agreement agreement, Season season, AgreedRate agreed, NightFacts facts, int produced, List<PriceStep> steps)
    {
        var terms = agreement.Terms;
        var bar = facts.Bar.Amount;
        // (5) a tier that counts from now on picks its column; a rebate changes no price.
        var tier = terms.TierEffect == TierEffect.FromNowOn ? terms.Tiers.Select((tier, i) => (tier, i)).LastOrDefault(entry => produced >= entry.tier.MinimumNights) : default;
        var column = tier.tier is null ? null : agreed.TierAmounts?.ElementAtOrDefault(tier.i);
        decimal price;
        if (agreed.Amount is { } amount)
        {
            price = column ?? amount;
            if (column is null) steps.Add(new($"{agreement.Name}, {(Sentence)season.Name}: agreed rate", price));
            else steps.Add(new($"{agreement.Name}, {(Sentence)season.Name}: agreed rate from {tier.tier!.MinimumNights} nights on ({produced} produced)", price));
        }
        else
        {
            // (6) dynamic: BAR x (1 - pct), then the tier's percentage.
            steps.Add(new("BAR of the night", bar));
            price = bar * (1 - agreed.OffBar!.Value);
            steps.Add(new($"{agreement.Name}, {(Sentence)season.Name}: {Sentence.Percent(agreed.OffBar.Value)} off BAR", price));
        }

        if (tier.tier is { Off: > 0 } && column is null)
        {
            price *= 1 - tier.tier.Off;
            steps.Add(new($"{Sentence.Percent(tier.tier.Off)} off from {tier.tier.MinimumNights} nights on ({produced} produced)", price));
        }

        // (7) not above the ceiling, (8) the lower of that and BAR, when agreed; rounded once.
        if (agreed.Ceiling < price) steps.Add(new("Not above the agreed ceiling", price = agreed.Ceiling.Value));
        if (terms.LowerOfBar && bar < price) steps.Add(new("BAR is lower, and the lower one is agreed", price = bar));
        var rounded = Money.Of(price, terms.Currency);
        if (rounded.Amount != price) steps.Add(new("Rounded", rounded.Amount));
        return rounded;
    }

    /// <summary>(9) whether the night can be had at that amount.</summary>
    private static RateAnswer Sold(Money amount, Agreement? agreement, NightFacts facts, List<PriceStep> steps)
    {
        Sentence? refusal = null;
        if (facts.FreeRooms <= 0) refusal = "No room of this type is free on this night.";
        else if (facts.Closed && agreement is not { Terms.LastRoomAvailability: true }) refusal = "This room type is closed on this night, and no last-room agreement opens it.";
        else if (facts.Closed) steps.Add(new("Closed night: honoured, the agreement has last room availability"));
        return refusal is null ? new(amount, null, agreement?.Id, steps) : new(null, refusal, agreement?.Id, [.. steps, new PriceStep(refusal)]);
    }
}
