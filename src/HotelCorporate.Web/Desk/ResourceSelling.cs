using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Resources;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <summary>What of the hotel's resources is sold with an offer: told while it is short, needed by its functions once the client accepts.</summary>
internal static class ResourceSelling
{
    /// <summary>What there is not enough of at the time of the functions, as things stand; one sentence each.</summary>
    /// <param name="functions">By their key in the offer; those of an alternative are not stored.</param>
    public static async Task<IReadOnlyList<Sentence>> ShortToSellAsync(this HotelDb db, Property property, QuoteRequest asked, IReadOnlyDictionary<int, Function> functions, IReadOnlyCollection<CatalogueItem> items, CancellationToken cancel)
    {
        var sold = SoldResources.Of(asked, items).Where(one => functions.ContainsKey(one.Key)).ToList();
        if (sold.Count == 0) return [];
        var times = sold.ToDictionary(one => one, one => functions[one.Key].Occupation);
        var house = await db.ResourceHouseAsync(property, new Occupation(times.Values.Min(time => time.From), times.Values.Max(time => time.Until)), cancel);
        var found = new List<Sentence>();
        foreach (var one in sold)
        {
            if (house.Book.Catalogue.Find(one.ResourceId) is not { } resource) continue;
            var wanted = sold.Where(other => other.ResourceId == one.ResourceId && times[other].Overlaps(times[one])).Sum(other => (long)Open(other));
            var free = Math.Max(0, house.Book.FreeIn(resource, times[one]));
            if (wanted > free) found.Add($"{functions[one.Key].Name} is sold {one.Quantity} {resource.Name}, and {free} are free then. Hire the rest from outside, or sell fewer.");
        }

        return found;

        // What a function that holds its room was given already is no longer free, and not wanted once more.
        int Open(SoldResource one) => functions[one.Key] is { IsFirm: true } function ? Math.Max(0, one.Quantity - house.Needs.Where(need => need.FunctionId == function.Id && need.ResourceId == one.ResourceId).Sum(need => need.Quantity)) : one.Quantity;
    }

    /// <summary>The functions of an accepted offer need what was sold for them, as far as they do not already; the caller saves.</summary>
    public static async Task NeedWhatWasSoldAsync(this HotelDb db, Booking booking, Quote quote, Property property, Actor actor, NodaTime.Instant now, CancellationToken cancel)
    {
        var ids = quote.Request?.Extras.Select(extra => extra.ItemId).OfType<int>().Distinct().ToList() ?? [];
        if (ids.Count == 0) return;
        var sold = SoldResources.Of(quote.Request!, await db.CatalogueItems.AsNoTracking().Where(item => ids.Contains(item.Id)).ToListAsync(cancel));
        if (sold.Count == 0) return;
        var functions = quote.Lines.Where(line => line is { Key: not null, FunctionId: not null }).GroupBy(line => line.Key!.Value).ToDictionary(lines => lines.Key, lines => booking.Functions.FirstOrDefault(function => function.Id == lines.First().FunctionId));
        var resources = await db.Resources.Where(resource => resource.PropertyId == property.Id).ToDictionaryAsync(resource => resource.Id, cancel);
        var own = booking.Functions.Select(function => function.Id).ToList();
        var known = await db.ResourceNeeds.AsNoTracking().Where(need => own.Contains(need.FunctionId)).ToListAsync(cancel);
        foreach (var one in sold)
        {
            if (functions.GetValueOrDefault(one.Key) is not { IsCancelled: false } function || !resources.TryGetValue(one.ResourceId, out var resource) || resource.IsRetired) continue;
            var lacking = one.Quantity - known.Where(need => need.FunctionId == function.Id && need.ResourceId == one.ResourceId).Sum(need => need.Quantity);
            if (lacking <= 0) continue;
            db.ResourceNeeds.Add(ResourceNeed.Of(function, resource, lacking, null, null, property.Zone));
            db.Note(actor, now, nameof(Booking), booking.Id, "need a resource", to: $"{lacking} {resource.Name}, {function.Name}", why: $"{quote.Number} / {quote.Revision}");
        }
    }
}
