using HotelCorporate.Domain.Packages;

namespace HotelCorporate.Domain.Quotes;

/// <summary>The functions that the packages of an offer bring with them, and that its programme does not have yet. Pure.</summary>
public static class SpawnedFunctions
{
    /// <summary>A dinner at 19:30 on the day of the meeting, in its own space or where the party is; left out where the programme has a function of that name on that day.</summary>
    /// <param name="packages">By id.</param>
    public static IReadOnlyList<PlannedFunction> Of(QuoteRequest asked, IReadOnlyDictionary<int, Package> packages)
    {
        var found = new List<PlannedFunction>();
        foreach (var function in asked.Functions)
        {
            if (function.PackageId is not { } id || !packages.TryGetValue(id, out var package)) continue;
            foreach (var component in package.Components.Where(component => component.Spawns is not null && component.ServedAt is not null && !function.TakenOut.Contains(component.Name, StringComparer.OrdinalIgnoreCase)))
            {
                var (spawn, start) = (component.Spawns!, function.Planned.Start.Date + component.ServedAt!.Value);
                var isThere = asked.Functions.Select(other => other.Planned).Concat(found).Any(other => other.Start.Date == start.Date && string.Equals(other.Name, component.Name, StringComparison.OrdinalIgnoreCase));
                if (!isThere) found.Add(new PlannedFunction(asked.Functions.Count + found.Count + 1, null, component.Name, spawn.SpaceId ?? function.Planned.SpaceId, spawn.Style, start, start.PlusMinutes(Math.Max(1, spawn.Minutes)), function.Planned.People));
            }
        }

        return found;
    }
}
