using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Domain.Catalogue;

/// <summary>The function that comes into the programme by itself with what is sold: how it is set, how long it lasts, and where.</summary>
/// <param name="SpaceId">None: where the party already is.</param>
public sealed record SpawnedFunction(SetupStyle Style, int Minutes, int? SpaceId = null)
{
    private const int MostMinutes = 24 * 60;

    /// <exception cref="HouseRuleException">It lasts no time, or more than a day.</exception>
    public SpawnedFunction Checked() =>
        Minutes is > 0 and <= MostMinutes ? this : throw new HouseRuleException("A function lasts between 1 minute and 24 hours. Type its length in minutes.") { Field = "FunctionMinutes" };
}
