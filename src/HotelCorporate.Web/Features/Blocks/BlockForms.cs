using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Rooms;
using NodaTime;

namespace HotelCorporate.Web.Features.Blocks;

/// <summary>The grid as it is typed: a row for each night and type.</summary>
public sealed class GridForm
{
    public IList<Row> Rows { get; set; } = [];

    /// <summary>Why rates are typed over.</summary>
    public string? RateReason { get; set; }

    /// <summary>Why the house should go below zero.</summary>
    public string? Reason { get; set; }

    public sealed class Row
    {
        public int RoomTypeId { get; set; }

        public LocalDate? Night { get; set; }

        public Occupancy Occupancy { get; set; }

        public int? Rooms { get; set; }

        /// <summary>Empty: what the agreements give.</summary>
        public decimal? Rate { get; set; }
    }
}

/// <summary>Further nights of one type.</summary>
public sealed class AddForm
{
    public int RoomTypeId { get; set; }

    public Occupancy Occupancy { get; set; }

    public LocalDate? First { get; set; }

    public int? Nights { get; set; }

    public int? Rooms { get; set; }

    public decimal? Rate { get; set; }

    public string? RateReason { get; set; }

    public string? Reason { get; set; }
}

/// <summary>The dates of a block.</summary>
public sealed class DatesForm
{
    public LocalDate? CutOffOn { get; set; }

    public LocalDate? RoomingListOn { get; set; }

    /// <summary>Days, parted by commas or blanks.</summary>
    public string? ReviewOn { get; set; }

    public string? Reason { get; set; }
}

/// <summary>What the contract says of unused and of free rooms; percentages as people write them.</summary>
public sealed class TermsForm : UnusedRoomsForm
{
    public string? PlanText { get; set; }
}

/// <inheritdoc cref="TermsForm"/>
public class UnusedRoomsForm
{
    public decimal? Allowance { get; set; }

    public decimal? Damage { get; set; }

    public AttritionBasis Basis { get; set; }

    public int? OneFreePer { get; set; }

    /// <summary>What stands in the fields before anybody types.</summary>
    public void Propose(BlockTerms terms) => (Allowance, Damage, Basis, OneFreePer) = (terms.Allowance * 100, terms.Damage * 100, terms.Basis, terms.OneFreePer);

    /// <exception cref="HouseRuleException">A figure is out of its bounds.</exception>
    public BlockTerms ToTerms() => new BlockTerms((Allowance ?? 0) / 100, (Damage ?? 100) / 100, Basis, OneFreePer).Check();
}

/// <summary>Rooms that client and hotel agreed to take off; no night: off each.</summary>
public sealed class ReductionForm
{
    public int RoomTypeId { get; set; }

    public LocalDate? Night { get; set; }

    public int? Rooms { get; set; }

    public LocalDate? On { get; set; }

    public string? Reason { get; set; }
}

/// <summary>Rooms that are taken, night by night.</summary>
public sealed class PickUpForm
{
    public IList<Row> Rows { get; set; } = [];

    public sealed class Row
    {
        public int RoomTypeId { get; set; }

        public LocalDate? Night { get; set; }

        public int? Rooms { get; set; }
    }
}
