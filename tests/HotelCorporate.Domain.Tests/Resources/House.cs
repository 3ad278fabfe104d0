using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Resources;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Resources;

/// <summary>A house to plan in: resources, functions and needs with ids, as if they were stored.</summary>
internal static class House
{
    public static readonly LocalDate Day = new(2027, 3, 9);
    public static readonly DateTimeZone Zone = DateTimeZone.Utc;
    public static readonly Currency Eur = Currency.Of("EUR");

    public static Money Zero => Money.Zero(Eur);

    public static Resource Thing(int id, string name, int stock, params (SetupStyle Style, int Figure)[] figures) => Made(id, name, ResourceKind.Furniture, stock, figures);

    public static Resource People(int id, string name, int stock, params (SetupStyle Style, int Figure)[] figures) => Made(id, name, ResourceKind.People, stock, figures);

    public static Resource Kit(int id, string name, params (int PartId, int Quantity)[] parts) =>
        Stored(id, Resource.Add(1, new ResourceFacts(name, ResourceKind.Kit, null, Zero, Zero, parts, new Dictionary<SetupStyle, int>())));

    public static Resource Made(int id, string name, ResourceKind kind, int? stock, params (SetupStyle Style, int Figure)[] figures) =>
        Stored(id, Resource.Add(1, new ResourceFacts(name, kind, stock, Zero, Zero, [], figures.ToDictionary(pair => pair.Style, pair => pair.Figure))));

    public static Function Planned(int id, string from, string until, SetupStyle style = SetupStyle.Theatre, int people = 20, int setUp = 30, int clearing = 30) =>
        Stored(id, Function.Plan($"Function {id}", 1, style, Day + At(from), Day + At(until), people, Zone, new SetupTimes(setUp, clearing)));

    public static HeldFunction Held(this Function function, params int[] atoms) => HeldFunction.Of(function, atoms.Length == 0 ? [function.Id] : atoms, overset: 0.05m);

    public static Occupation Span(string from, string until) => new(Moment(from), Moment(until));

    public static Instant Moment(string time) => (Day + At(time)).InUtc().ToInstant();

    public static LocalTime At(string time) => new(int.Parse(time.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(time.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture));

    private static T Stored<T>(int id, T made) where T : class
    {
        typeof(T).GetProperty("Id")!.SetValue(made, id);
        return made;
    }
}
