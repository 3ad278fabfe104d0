using System.Globalization;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Rooms;

namespace HotelCorporate.Web.Features.Agreements;

/// <summary>The grid of an agreement's rates: a row for each room type, occupancy and price (the rate, then the amounts of each tier that takes no percentage off), a column for each season.</summary>
public sealed record RateGrid(IReadOnlyList<RateGrid.Row> Rows, IReadOnlyList<int> Columns)
{
    /// <param name="Tier">0: the rate itself; then the tiers in their order.</param>
    public sealed record Row(RoomType Type, Occupancy Occupancy, int Tier);

    /// <summary>The name of a cell's field, without Cells[].</summary>
    public static string Key(int roomTypeId, Occupancy occupancy, int tier, int season) => string.Create(CultureInfo.InvariantCulture, $"{roomTypeId}-{occupancy}-{tier}-{season}");

    public static string Field(int roomTypeId, Occupancy occupancy, int tier, int season) => $"{nameof(AgreementForm.Cells)}[{Key(roomTypeId, occupancy, tier, season)}]";

    public static RateGrid Of(AgreementForm form, IReadOnlyList<RoomType> types) => new(
        [.. from type in types
            from occupancy in Enum.GetValues<Occupancy>()
            from tier in Enumerable.Range(0, form.Tiers.Count + 1)
            where tier == 0 || form.HasOwnAmounts(tier)
            select new Row(type, occupancy, tier)],
        [.. Enumerable.Range(0, Math.Max(1, form.Seasons.Count)).Where(season => !form.IsSecondStretch(season))]);
}
