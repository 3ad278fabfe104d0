using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using NodaTime;

namespace HotelCorporate.Web.Features.Home;

/// <summary>What needs somebody today: the lists that the role works from.</summary>
public sealed record TodayPage(LocalDate Today, LocalDate Until, IReadOnlyList<TodayPage.List> Lists)
{
    /// <param name="Title">Filled with the last day when it has a gap.</param>
    /// <param name="Empty">What is said when there is nothing.</param>
    public sealed record List(string Title, string Empty, IReadOnlyList<Row> Rows);

    public sealed record Row(string Address, string Name, string Company, LocalDate? On, string Detail, BookingStatus? Status = null, Money? Amount = null);
}
