using HotelCorporate.Domain.Amounts;
using HotelCorporate.Web.Documents;
using NodaTime;

namespace HotelCorporate.Web.Tests.Documents;

/// <summary>A hotel, a client and a two-day event, as papers show them.</summary>
internal static class SheetExamples
{
    public static HotelSheet Hotel { get; } = new(
        "Hotel Skanderbeg Tirana", "Skanderbeg Hotels Sh.p.k.", "L91234567A", "L91234567A", "Sheshi Skënderbej 12", "Tirana", "1001", "AL",
        "events@skanderbeg.example", "+355 4 555 0100", "Banka Kombëtare", "AL47212110090000000235698741", "NCBAALTX", "Europe/Tirane");

    public static byte[] Logo(int width, int height)
    {
        using var drawing = new SkiaSharp.SKBitmap(width, height);
        drawing.Erase(SkiaSharp.SKColors.Teal);
        using var png = drawing.Encode(SkiaSharp.SKEncodedImageFormat.Png, 90);
        return png.ToArray();
    }

    public static ClientSheet Client { get; } = new("Adriatic Çelik & Söhne GmbH", "DE123456789", "", "Hafenstraße 7", "20457", "Hamburg", "DE", "Jörg Ångström");

    public static IReadOnlyList<ProgrammeRow> Programme { get; } =
    [
        new("Opening plenary", "Teuta Ballroom", "Theatre", new(2027, 3, 27, 9, 0), new(2027, 3, 27, 17, 0), 90, "f-1@skanderbeg.example"),
        new("Gala dinner", "Teuta Ballroom A+B", "Banquet", new(2027, 3, 27, 19, 30), new(2027, 3, 28, 1, 0), 90, "f-2@skanderbeg.example"),
    ];

    public static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static UnitPrice Unit(decimal amount) => new(amount, Currency.Eur);

    public static QuoteSheet Quote { get; } = new()
    {
        Hotel = Hotel, Client = Client, Number = "Q-2026-0142", Version = 2, Title = "Nordic sales meeting 2027", DatedOn = new(2026, 11, 24),
        ValidUntil = new(2026, 12, 8), Currency = Currency.Eur, TaxMode = TaxMode.Exclusive, Programme = Programme, PerPerson = Eur(38.34m),
        Packages = [new("Day delegate", ["Room hire and screen", "Two coffee breaks with fruit", "Lunch buffet with water"])],
        Lines =
        [
            new("Bedrooms, single use", 10, Unit(120m), Eur(1200m), "S", 0.10m, On: new(2027, 3, 27)),
            new("Day delegate package", 25, Unit(55.02m), Eur(1375.50m), "S", 0.20m, Detail: "Room hire, screen, two coffee breaks, lunch buffet"),
            new("Hire of Teuta Ballroom", 1, Unit(500m), Eur(500m), "S", 0.20m),
        ],
        Services = [],
        Taxes = [new("S", 0.10m, Eur(1200m), Eur(120m)), new("S", 0.20m, Eur(1775.50m), Eur(355.10m))],
        Totals = new(Eur(3075.50m), Eur(100m), Eur(0), Eur(2975.50m), Eur(475.10m), Eur(3450.60m), Eur(1000m), Eur(2450.60m)),
        Deposits = [new("At signing", new(2026, 12, 8), Eur(1000m))],
        Deadlines = [new("Final number of guests", new(2027, 3, 24), new LocalTime(10, 0)), new("Menu choice", new(2027, 3, 13))],
        Cancellation = [new(null, new(2026, 12, 26), 0, Eur(0)), new(new(2026, 12, 27), new(2027, 2, 9), 50, Eur(1487.75m)), new(new(2027, 2, 10), null, 100, Eur(2975.50m))],
        NotIncluded = ["Parking", "Tourist tax, collected at the hotel"],
        Seller = new("Elira Hoxha", "Sales", "sales@demo.example", "+355 4 555 0101"), Link = "https://hotel.example/offers/abc",
    };

    public static ConfirmationSheet Confirmation { get; } = new()
    {
        Hotel = Hotel, Client = Client, Reference = "HC-2026-0142", Quote = "Q-2026-0142, version 2", PurchaseOrder = "PO 4711", Title = Quote.Title,
        Currency = Currency.Eur, TaxMode = TaxMode.Exclusive, Programme = Programme, Packages = Quote.Packages, Lines = Quote.Lines, Taxes = Quote.Taxes,
        Totals = Quote.Totals, PerPerson = Quote.PerPerson, Deposits = Quote.Deposits, Deadlines = Quote.Deadlines, Cancellation = Quote.Cancellation,
        Bedrooms = [new(new(2027, 3, 27), "Classic, single use", 10, Eur(120m))], Contacts = [Quote.Seller!], Link = Quote.Link,
    };

    public static InvoiceSheet Invoice { get; } = new()
    {
        Hotel = Hotel, Client = Client, Kind = "Invoice", Number = "INV-TIA-2027-000001", IssuedOn = new(2027, 3, 29), DueOn = new(2027, 4, 28),
        SuppliedFrom = new(2027, 3, 27), SuppliedUntil = new(2027, 3, 28), BookingReference = "HC-2026-0142", EventName = Quote.Title, PurchaseOrder = "PO 4711",
        Currency = Currency.Eur, TaxMode = TaxMode.Exclusive, Lines = Quote.Lines, Allowances = [new("Allowance on catering", Eur(100m), "S", 0.20m)],
        Taxes = Quote.Taxes, Totals = Quote.Totals, Payments = [new(new(2026, 12, 7), "Transfer 88123", Eur(1000m))],
    };
}
