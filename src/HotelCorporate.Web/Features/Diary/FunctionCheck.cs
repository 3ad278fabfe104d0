using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Html;
using HotelCorporate.Web.Planning;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>Whether a function could be there then, in the reader's words: what forbids it, and what only warns.</summary>
internal sealed class FunctionCheck(HotelDb db, Property property, Instant now)
{
    /// <returns>Null when the hotel has no such space.</returns>
    public async Task<Answer?> AskAsync(Booking? booking, int? functionId, int spaceId, LocalDateTime start, LocalDateTime end, CancellationToken cancel)
    {
        var space = await db.SpacesWhole().AsNoTracking().SingleOrDefaultAsync(space => space.Id == spaceId && space.PropertyId == property.Id, cancel);
        if (space is null) return null;
        var function = booking?.Functions.First(function => function.Id == functionId);
        var style = function?.Style ?? space.Capacities.OrderBy(capacity => capacity.Style).FirstOrDefault()?.Style ?? SetupStyle.Theatre;
        var times = function is null ? new SetupTimes(0, 0) : new SetupTimes(function.SetUpMinutes, function.TearDownMinutes);
        Function wanted;
        try
        {
            wanted = Function.Plan("-", spaceId, style, start, end, function?.Expected ?? 1, property.Zone, times);
        }
        catch (HouseRuleException refusal)
        {
            return new Answer(false, [Show.Say(refusal.Sentence)], []);
        }

        var (reasons, warnings) = (new List<string>(), new List<Sentence>());
        if (wanted.StartsAt < now && wanted.StartsAt != function?.StartsAt) reasons.Add(Words.Here["That time is over."]);
        var asked = new SpaceQuestion(style, function?.Expected ?? 0, wanted.StartsAt, wanted.EndsAt, times, OwnBookingId: booking?.Id, IsExclusive: function?.IsExclusive == true, HasBackUp: function?.HasBackUp == true);
        var backUp = asked.HasBackUp && space.BackUpSpaceId is { } id ? await db.SpacesWhole().AsNoTracking().SingleOrDefaultAsync(other => other.Id == id, cancel) : null;
        var answer = SpaceSearch.Search(asked, [space], await TakenQueries.NamedAsync(db, property.Id, asked.Occupation.From, asked.Occupation.Until, cancel), backUp).SingleOrDefault();
        reasons.AddRange((answer?.Obstacles ?? []).Select(obstacle => SpaceWords.Say(obstacle, start.Date, property.Zone)));
        if (answer is null) reasons.Add(Words.Here["It is no longer sold."]);
        if (booking?.Functions.FirstOrDefault(other => other.Id != functionId && !other.IsCancelled && other.SpaceId == spaceId && other.Occupation.Overlaps(wanted.Occupation)) is { } own)
            reasons.Add(Show.Say($"{own.Name} of the same booking is there then."));
        if (answer is { Warns: true, Capacity: { } capacity }) warnings.Add($"Meant for {capacity.Minimum} to {capacity.Comfortable} people in that style; {asked.People} are expected.");
        if (function is not null) warnings.AddRange(await NoisyNeighbours.OfAsync(db, [NoisyNeighbours.Heard(booking!, function, space.Name) with { SpaceId = spaceId, Start = start, End = end }], property, cancel));
        return new Answer(reasons.Count == 0, reasons, [.. warnings.Select(Show.Say)]);
    }

    /// <param name="Reasons">What forbids it.</param>
    /// <param name="Warnings">What needs a reason, or a second thought.</param>
    public sealed record Answer(bool Ok, IReadOnlyList<string> Reasons, IReadOnlyList<string> Warnings);
}
