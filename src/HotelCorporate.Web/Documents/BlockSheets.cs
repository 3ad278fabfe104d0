using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Web.Documents;

/// <summary>A day of the pick-up against its plan, in room nights.</summary>
public sealed record PickUpDayRow(LocalDate On, int? PickedUp, decimal Plan);

/// <summary>One night and type of a block.</summary>
public sealed record PickUpNightRow(LocalDate Night, string RoomType, int Agreed, int Kept, int PickedUp, Money Rate);

/// <summary>How a block is taken up: by day, and by night and type.</summary>
public sealed record PickUpSheet(string Title, IReadOnlyList<PickUpDayRow> Days, IReadOnlyList<PickUpNightRow> Nights);

/// <summary>A room of the rooming list.</summary>
/// <param name="Departure">The morning on which the room is left.</param>
public sealed record GuestRow(string Name, string RoomType, LocalDate Arrival, LocalDate Departure, int Nights, string SharedWith, string Reference, string Remarks);

/// <summary>Who sleeps where.</summary>
public sealed record RoomingSheet(string Title, IReadOnlyList<GuestRow> Guests);
