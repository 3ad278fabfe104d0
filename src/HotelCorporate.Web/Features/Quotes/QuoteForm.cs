using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Features.Blocks;
using NodaTime;

namespace HotelCorporate.Web.Features.Quotes;

/// <summary>What is typed to price a booking: a row for each function, bedrooms, extras, a discount with its reason, and what is agreed about the spend.</summary>
public sealed partial class QuoteForm : UnusedRoomsForm
{
    public LocalDate? ValidUntil { get; set; }

    /// <summary>What this alternative is called beside the others.</summary>
    public string? AlternativeName { get; set; }

    /// <summary>Percent off hire and extras.</summary>
    public decimal? Discount { get; set; }

    public string? DiscountReason { get; set; }

    /// <summary>Why somebody should agree to what is over the seller's limits.</summary>
    public string? ApprovalReason { get; set; }

    public string? Remarks { get; set; }

    /// <summary>The least spend on food and beverage; none: no minimum.</summary>
    public decimal? Minimum { get; set; }

    public SpendRuleKind MinimumKind { get; set; } = SpendRuleKind.MinimumWithServiceAndTax;

    /// <summary>Minimum and waivers count the spend with service and tax.</summary>
    public bool SpendIsGross { get; set; }

    /// <summary>Loyalty points that the client spends.</summary>
    public int? Points { get; set; }

    /// <summary>What the event costs the house beside its lines.</summary>
    public decimal? FixedCost { get; set; }

    /// <summary>A new version takes the other alternatives of the last one along.</summary>
    public bool TakeAlternatives { get; set; }

    public IList<FunctionRow> Functions { get; set; } = [];

    public IList<BedroomRow> Bedrooms { get; set; } = [];

    public IList<ExtraRow> Extras { get; set; } = [];

    /// <summary>A function is sold with a package per delegate, or its room is hired, or it costs nothing. In an alternative its place and time are typed too.</summary>
    public sealed class FunctionRow
    {
        public int? FunctionId { get; set; }

        public string? Name { get; set; }

        public LocalDate? Date { get; set; }

        public LocalTime? From { get; set; }

        public LocalTime? Until { get; set; }

        public int? SpaceId { get; set; }

        public SetupStyle Style { get; set; }

        public int? People { get; set; }

        public int? PackageId { get; set; }

        /// <summary>The price per delegate agreed for this booking; empty: the list price.</summary>
        public decimal? Price { get; set; }

        /// <summary>Percent off the package.</summary>
        public decimal? Discount { get; set; }

        public decimal? Hire { get; set; }

        /// <summary>Where no hire is typed, by the price list.</summary>
        public bool HireByList { get; set; }

        /// <summary>How the hire follows the spend on food and beverage; none: it does not.</summary>
        public SpendRuleKind? HireRule { get; set; }

        public decimal? HireThreshold { get; set; }

        /// <summary>Components that are left out.</summary>
        public IList<string> TakenOut { get; set; } = [];

        public IList<AddedRow> Added { get; set; } = [];

        /// <summary>Whether anything is typed of a new function.</summary>
        public bool IsEmpty => FunctionId is null && string.IsNullOrWhiteSpace(Name) && Date is null && From is null && Until is null && People is null;
    }

    /// <summary>A component put into the package for this booking.</summary>
    public sealed class AddedRow
    {
        public string? Name { get; set; }

        public RevenueClass RevenueClass { get; set; } = RevenueClass.Food;

        public decimal? Amount { get; set; }

        public decimal? Cost { get; set; }
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

        /// <summary>Net, for each.</summary>
        public decimal? Cost { get; set; }

        /// <summary>The row of the function that it is for, from 1; none: the event.</summary>
        public int? For { get; set; }

        /// <summary>As many as the function's people.</summary>
        public bool PerPerson { get; set; }

        /// <summary>What of the catalogue it is; its words, price, cost and tax come from there where nothing is typed.</summary>
        public int? ItemId { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Description) && Quantity is null && Price is null && ItemId is null;
    }
}
