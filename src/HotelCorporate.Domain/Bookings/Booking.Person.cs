namespace HotelCorporate.Domain.Bookings;

/// <content>Who accepted it.</content>
public sealed partial class Booking
{
    /// <summary>Whoever accepted stands here by a pseudonym from now on.</summary>
    public void ForgetAcceptor(string pseudonym)
    {
        AcceptedBy = pseudonym;
        Version++;
    }
}
