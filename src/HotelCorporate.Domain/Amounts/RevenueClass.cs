namespace HotelCorporate.Domain.Amounts;

/// <summary>Which pot a sale belongs to in the hotel's books.</summary>
public enum RevenueClass
{
    Rooms,
    RoomHire,
    Food,
    Beverage,
    Av,
    Other,
}
