using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
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
        var asked = new SpaceQuestion(style, function?.Expected ?? 0, wanted.StartsAt, wanted.EndsAt, times, OwnBookingId: booking?.Id, IsExclusive: function?.IsExclusive == true);
        var answer = SpaceSearch.Search(asked, [space], await TakenQueries.NamedAsync(db, property.Id, asked.Occupation.From, asked.Occupation.Until, cancel)).SingleOrDefault();
        reasons.AddRange((answer?.Obstacles ?? []).Select(obstacle => SpaceWords.Say(obstacle, start.Date, property.Zone)));
        if (answer is null) reasons.Add(Words.Here["It is no longer sold."]);
        if (booking?.Functions.FirstOrDefault(other => other.Id != functionId && !other.IsCancelled && other.SpaceId == spaceId && other.Occupation.Overlaps(wanted.Occupation)) is { } own)
            reasons.Add(Show.Say($"{own.Name} of the same booking is there then."));
        if (answer is { Warns: true, Capacity: { } capacity }) warnings.Add($"Meant for {capacity.Minimum} to {capacity.Comfortable} people in that style; {asked.People} are expected.");
        if (function is { IsLoud: true } or { NeedsQuiet: true }) warnings.AddRange(await NeighboursAsync(function, wanted, cancel));
        return new Answer(reasons.Count == 0, reasons, [.. warnings.Select(Show.Say)]);
    }

    /// <summary>A loud function beside a quiet one (domain section 7).</summary>
    private async Task<List<Sentence>> NeighboursAsync(Function function, Function wanted, CancellationToken cancel)
    {
        var (begins, ends, spaceId) = (wanted.StartsAt, wanted.EndsAt, wanted.SpaceId);
        var beside = await (
            from other in db.Functions.AsNoTracking()
            join booking in db.Bookings on other.BookingId equals booking.Id
            where booking.PropertyId == property.Id && other.Id != function.Id && !other.IsCancelled && other.StartsAt < ends && other.EndsAt > begins
                && (booking.Status == BookingStatus.Tentative || booking.Status == BookingStatus.Definite || booking.Status == BookingStatus.Actual)
                && db.Neighbours.Any(pair => (pair.SpaceId == spaceId && pair.OtherId == other.SpaceId) || (pair.OtherId == spaceId && pair.SpaceId == other.SpaceId))
            select new { other.Name, other.IsLoud, other.NeedsQuiet, booking.Reference }).ToListAsync(cancel);
        return
        [
            .. beside.Where(other => function.IsLoud && other.NeedsQuiet).Select(other => (Sentence)$"{other.Reference} beside it needs quiet: {other.Name}"),
            .. beside.Where(other => function.NeedsQuiet && other.IsLoud).Select(other => (Sentence)$"{other.Reference} beside it is loud: {other.Name}"),
        ];
    }

    /// <param name="Reasons">What forbids it.</param>
    /// <param name="Warnings">What needs a reason, or a second thought.</param>
    public sealed record Answer(bool Ok, IReadOnlyList<string> Reasons, IReadOnlyList<string> Warnings);
}
