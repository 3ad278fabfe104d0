using System.ComponentModel.DataAnnotations;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Html;
using NodaTime;

namespace HotelCorporate.Web.Features.Bookings;

/// <summary>A company's request as it is typed: whose it is, what it is called, and its functions.</summary>
public sealed class InquiryForm
{
    [Company]
    [Required(ErrorMessage = "Choose the company that asks.")]
    public int? AccountId { get; set; }

    [Required(ErrorMessage = "Give the event the name that people use for it."), StringLength(200, ErrorMessage = "A name has 200 characters at most.")]
    public string Name { get; set; } = "";

    /// <summary>Until when the rooms are to be held; none records the inquiry only.</summary>
    public LocalDate? OptionOn { get; set; }

    public IList<Row> Functions { get; set; } = [];

    /// <summary>One function; a row in which nothing is typed is passed over.</summary>
    public sealed class Row
    {
        [StringLength(200, ErrorMessage = "A name has 200 characters at most.")]
        public string? Name { get; set; }

        public LocalDate? Date { get; set; }

        public LocalTime? From { get; set; }

        public LocalTime? Until { get; set; }

        public int? SpaceId { get; set; }

        public SetupStyle Style { get; set; }

        [Range(1, Numbers.Most, ErrorMessage = "Say how many people are expected: 1 to 100,000.")]
        public int? People { get; set; }

        /// <summary>Of a time that the clock repeats, the second one is meant; null when nobody said.</summary>
        public bool? Second { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && Date is null && SpaceId is null && People is null;
    }
}
