using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Web.Features.Blocks;
using NodaTime;

namespace HotelCorporate.Web.Features.Quotes;

/// <summary>What is typed to price a booking: a row for each function, extras, a discount with its reason, and what unused bedrooms cost.</summary>
public sealed class QuoteForm : UnusedRoomsForm
{
    public LocalDate? ValidUntil { get; set; }

    /// <summary>Percent off hire and extras.</summary>
    public decimal? Discount { get; set; }

    public string? DiscountReason { get; set; }

    /// <summary>Why somebody should agree to what is over the seller's limits.</summary>
    public string? ApprovalReason { get; set; }

    public string? Remarks { get; set; }

    public IList<FunctionRow> Functions { get; set; } = [];

    public IList<BedroomRow> Bedrooms { get; set; } = [];

    public IList<ExtraRow> Extras { get; set; } = [];

    /// <summary>A function is sold with a package per delegate, or its room is hired, or it costs nothing.</summary>
    public sealed class FunctionRow
    {
        public int FunctionId { get; set; }

        public int? PackageId { get; set; }

        /// <summary>The price per delegate agreed for this booking; empty: the list price.</summary>
        public decimal? Price { get; set; }

        /// <summary>Percent off the package.</summary>
        public decimal? Discount { get; set; }

        public decimal? Hire { get; set; }
    }

    /// <summary>Bedrooms of one type for a stay; a row without a number is passed over.</summary>
    public sealed class BedroomRow
    {
        public int RoomTypeId { get; set; }

        public Occupancy Occupancy { get; set; }

        public LocalDate? Arrival { get; set; }

        public int? Nights { get; set; }

        public int? Rooms { get; set; }
    }

    public sealed class ExtraRow
    {
        public string? Description { get; set; }

        public RevenueClass RevenueClass { get; set; } = RevenueClass.Other;

        public decimal? Quantity { get; set; }

        public decimal? Price { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Description) && Quantity is null && Price is null;
    }
}
