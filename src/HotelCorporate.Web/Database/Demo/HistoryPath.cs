using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using NodaTime;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>How one booking of the demo's history went, with its days.</summary>
internal sealed class HistoryPath
{
    private readonly LocalDate _day;
    private readonly LocalDate _today;
    private readonly BookingStatus _end;
    private readonly int _number;

    public HistoryPath(LocalDate day, LocalDate today, int number)
    {
        (_day, _today, _number) = (day, today, number);
        var (ahead, chance) = (30 + HistoryDemo.Mix(number, 7, 170), HistoryDemo.Mix(number, 8, 100));
        AskedOn = LocalDate.Min(day.PlusDays(-ahead), today.PlusDays(-30 - HistoryDemo.Mix(number, 9, 60)));
        _end = chance < 22 ? BookingStatus.Lost : chance < 28 ? BookingStatus.TurnedDown : chance < 34 ? BookingStatus.Cancelled : day < today ? BookingStatus.Closed : chance < 70 ? BookingStatus.Definite : chance < 88 ? BookingStatus.Quoted : BookingStatus.Inquiry;
    }

    public LocalDate AskedOn { get; }

    /// <summary>It is neither over nor lost. It has no seller, whose inbox would fill with what the demo wrote.</summary>
    public bool IsAhead => _end is BookingStatus.Definite or BookingStatus.Quoted or BookingStatus.Inquiry;

    public Booking Bring(Property property, int accountId, string reference, string name, int? owner, Function function, (LostReason Reason, string Comment, string? Competitor) loss)
    {
        var booking = Booking.Inquire(property.Id, accountId, reference, name, owner, At(0));
        booking.Add(function);
        if (_end == BookingStatus.Inquiry) return booking;
        if (_end == BookingStatus.TurnedDown)
        {
            booking.TurnDown(new BookingEnd(On(2), "No room of the size on that day", LostReason.Space));
            return booking;
        }

        booking.Offer();
        booking.Reach(At(1 + (_number % 4)));
        if (_end == BookingStatus.Quoted) return booking;
        if (_number % 3 > 0 || _end != BookingStatus.Lost) // one in three is lost before anything was held
        {
            booking.Option(On(20), On(6), 1);
            booking.Functions[0].Promote();
            booking.Reach(At(6));
        }

        if (_end == BookingStatus.Lost)
        {
            booking.Lose(new BookingEnd(On(9 + (_number % 12)), loss.Comment, loss.Reason, loss.Competitor));
            return booking;
        }

        var signed = 8 + (_number % 15);
        booking.Accept("Signed on paper", On(signed), $"PO-{_number + 2000}");
        booking.Confirm(1);
        booking.Reach(At(signed));
        if (_end == BookingStatus.Cancelled) booking.Cancel(new BookingEnd(On(signed + 5), "The meeting moved to another city"));
        if (_end != BookingStatus.Closed) return booking;
        booking.Begin(function.OccupiedUntil);
        booking.Count(0, guaranteed: null, actual: function.Expected - (_number % 3), deadlineIsOver: true);
        booking.Close(isInvoiced: true);
        return booking;

        LocalDate On(int days) => LocalDate.Min(AskedOn.PlusDays(days), LocalDate.Min(_day.PlusDays(-1), _today));

        Instant At(int days) => On(days).At(new LocalTime(10, 0)).InZoneLeniently(property.Zone).ToInstant();
    }
}
