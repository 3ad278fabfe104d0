using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Forecasts;

namespace HotelCorporate.Web.Features.Forecast;

/// <summary>The plan of a year as it is typed: a row a month, a column a revenue class.</summary>
public sealed class PlanForm
{
    public int Year { get; set; }

    /// <summary>None: the whole house.</summary>
    public Segment? Segment { get; set; }

    public int Version { get; set; }

    public IList<Row> Months { get; set; } = [];

    /// <summary>Cells pasted from a spreadsheet; they fill the grid from its first cell.</summary>
    public string? Block { get; set; }

    /// <summary>The name of a cell's field.</summary>
    public static string Field(int month, RevenueClass revenueClass) => $"{nameof(Months)}[{month - 1}].{revenueClass}";

    public sealed class Row
    {
        public decimal? Rooms { get; set; }

        public decimal? RoomHire { get; set; }

        public decimal? Food { get; set; }

        public decimal? Beverage { get; set; }

        public decimal? Av { get; set; }

        public decimal? Other { get; set; }

        public decimal? this[RevenueClass revenueClass] => revenueClass switch
        {
            RevenueClass.Rooms => Rooms,
            RevenueClass.RoomHire => RoomHire,
            RevenueClass.Food => Food,
            RevenueClass.Beverage => Beverage,
            RevenueClass.Av => Av,
            _ => Other,
        };
    }
}

/// <summary>The grid of one plan.</summary>
/// <param name="Plan">What stands now; none: nothing is planned yet.</param>
/// <param name="Block">What was pasted and could not be taken.</param>
public sealed record PlanPage(int Year, Segment? Segment, Currency Currency, RevenuePlan? Plan, bool MayWrite, string? Block = null)
{
    public static IReadOnlyList<RevenueClass> Classes { get; } = Enum.GetValues<RevenueClass>();

    public int Version => Plan?.Version ?? 0;

    public Money? Of(int month, RevenueClass revenueClass) => Plan?.Of(month, revenueClass);

    public Money Sum(int? month = null, RevenueClass? revenueClass = null) => (
        from m in Enumerable.Range(1, 12)
        from c in Classes
        where (month is null || m == month) && (revenueClass is null || c == revenueClass)
        select Of(m, c) ?? Money.Zero(Currency)).Sum(Currency);
}
