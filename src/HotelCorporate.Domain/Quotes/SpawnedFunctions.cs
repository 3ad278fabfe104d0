using HotelCorporate.Domain.Packages;

namespace HotelCorporate.Domain.Quotes;

/// <summary>The functions that the packages of an offer bring with them, and that its programme does not have yet. Pure.</summary>
public static class SpawnedFunctions
{
    /// <summary>A dinner at 19:30 on the day of the meeting, in its own space or where the party is; left out where the programme has a function of that name on that day, and where the party is served in its own function.</summary>
    /// <param name="packages">By id.</param>
    public static IReadOnlyList<PlannedFunction> Of(QuoteRequest asked, IReadOnlyDictionary<int, Package> packages)
    {
        var found = new List<PlannedFunction>();
        var last = asked.Functions.Max(function => (int?)function.Planned.Key) ?? 0; // a row that was left empty has a key too
        foreach (var function in asked.Functions)
        {
            if (function.PackageId is not { } id || !packages.TryGetValue(id, out var package)) continue;
            foreach (var component in package.Components.Where(component => component.Spawns is not null && component.ServedAt is not null && !function.TakenOut.Contains(component.Name, StringComparer.OrdinalIgnoreCase)).OrderBy(component => component.ServedAt))
            {
                var (spawn, start) = (component.Spawns!, function.Planned.Start.Date + component.ServedAt!.Value);
                var planned = new PlannedFunction(last + found.Count + 1, null, component.Name, spawn.SpaceId ?? function.Planned.SpaceId, spawn.Style, start, start.PlusMinutes(Math.Max(1, spawn.Minutes)), function.Planned.People);
                if (!IsPartOf(planned, function.Planned) && !asked.Functions.Select(other => other.Planned).Concat(found).Any(other => IsCalledSo(other, planned))) found.Add(planned);
            }
        }

        return found;
    }

    private static bool IsCalledSo(PlannedFunction one, PlannedFunction other) => one.Start.Date == other.Start.Date && string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>A coffee break in the room where the meeting goes on takes no room of its own.</summary>
    private static bool IsPartOf(PlannedFunction planned, PlannedFunction party) => planned.SpaceId == party.SpaceId && planned.Start < party.End && party.Start < planned.End;
}
