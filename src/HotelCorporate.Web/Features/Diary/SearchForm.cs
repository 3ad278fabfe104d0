using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using NodaTime;
using System.ComponentModel.DataAnnotations;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>What a space is searched for: a day and hours, people, a style; for a function that waits for its room, or for a new inquiry.</summary>
public sealed class SearchForm
{
    public LocalDate? Date { get; set; }

    public LocalTime? From { get; set; }

    public LocalTime? Until { get; set; }

    [Range(1, Numbers.Most, ErrorMessage = "Say how many people are expected: 1 to 100,000.")]
    public int? People { get; set; }

    public SetupStyle Style { get; set; }

    public int? FunctionId { get; set; }

    /// <summary>Of a time that the clock repeats, the second one is meant.</summary>
    public bool? Second { get; set; }

    public bool IsEmpty => Date is null && From is null && Until is null && People is null;
}
