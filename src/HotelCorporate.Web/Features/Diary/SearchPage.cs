using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>All that the search for a space shows; no answers while nothing was asked.</summary>
public sealed record SearchPage(SearchForm Form, Booking? Booking, Function? Function, IReadOnlyList<SpaceAnswer> Answers, DateTimeZone Zone)
{
    public bool Asked => Answers.Count > 0;

    public IEnumerable<SpaceAnswer> Fitting => Answers.Where(answer => answer.Fits);

    public IEnumerable<SpaceAnswer> Others => Answers.Where(answer => !answer.Fits);
}
