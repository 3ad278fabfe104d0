using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>The filters of a view: what may be chosen, what is chosen, and what somebody kept under a name.</summary>
/// <param name="Owners">Whoever has a booking in the view, and the one who is chosen.</param>
/// <param name="Accounts">Companies with a booking in the view, and the one that is chosen.</param>
public sealed record DiaryFilterBar(
    DiaryView View, LocalDate Date, DiaryFilter Filter, IReadOnlyList<DiaryFilterBar.Choice> Owners, IReadOnlyList<DiaryFilterBar.Choice> Accounts,
    IReadOnlyList<string> Floors, IReadOnlyList<SavedView> Saved)
{
    /// <summary>The page that saved views of the diary belong to.</summary>
    public const string Page = "/diary";

    /// <summary>Those that are offered: what is over for good is never in the diary.</summary>
    public static IReadOnlyList<BookingStatus> Statuses { get; } =
        [BookingStatus.Inquiry, BookingStatus.Quoted, BookingStatus.Tentative, BookingStatus.Definite, BookingStatus.Actual, BookingStatus.Closed];

    public string Address(DiaryView view, LocalDate date) => Filter.Address(view, date);

    /// <summary>The same view without one part of the filter.</summary>
    public IEnumerable<Chip> Chips(Func<string, string> texts)
    {
        foreach (var status in Filter.Status.Distinct()) yield return Of(texts(status.ToString()), Filter with { Status = [.. Filter.Status.Where(other => other != status)] });
        if (Filter.Owner is { } owner) yield return Of(Owners.FirstOrDefault(choice => choice.Id == owner)?.Name ?? "?", Filter with { Owner = null });
        if (Filter.Account is { } account) yield return Of(Accounts.FirstOrDefault(choice => choice.Id == account)?.Name ?? "?", Filter with { Account = null });
        if (Filter.Seats is { } seats) yield return Of($"≥ {seats} {texts("people")}", Filter with { Seats = null });
        if (Filter.Style is { } style) yield return Of(texts(style.ToString()), Filter with { Style = null });
        foreach (var feature in Filter.Feature.Distinct()) yield return Of(texts(feature.ToString()), Filter with { Feature = [.. Filter.Feature.Where(other => other != feature)] });
        if (!string.IsNullOrEmpty(Filter.Floor)) yield return Of(Filter.Floor, Filter with { Floor = null });

        Chip Of(string text, DiaryFilter without) => new(text, without.Address(View, Date));
    }

    internal static async Task<DiaryFilterBar> ReadAsync(
        HotelDb db, int propertyId, DiarySpan span, DiaryFilter filter, int me, IReadOnlyList<DiaryRoom> rooms, IReadOnlyList<DiaryFunction> functions, CancellationToken cancel)
    {
        var owners = functions.Select(function => function.OwnerId).OfType<int>().ToHashSet();
        var people = await DiaryQueries.SellersAsync(db, cancel);
        var accounts = functions.Select(function => new Choice(function.AccountId, function.Account)).Distinct().ToList();
        if (filter.Account is { } account && !accounts.Exists(choice => choice.Id == account))
            accounts.AddRange(await db.Accounts.AsNoTracking().Where(found => found.Id == account).Select(found => new Choice(found.Id, found.TradeName)).ToListAsync(cancel));
        return new DiaryFilterBar(
            span.View, span.Date, filter,
            [.. people.Where(person => owners.Contains(person.Id) || (person.Id == filter.Owner && (person.PropertyId is null || person.PropertyId == propertyId))).Select(person => new Choice(person.Id, person.Name))], [.. accounts.OrderBy(choice => choice.Name, StringComparer.CurrentCulture)],
            [.. rooms.Select(room => room.Floor).Where(floor => floor.Length > 0).Distinct()],
            await DiaryQueries.SavedAsync(db, me, cancel));
    }

    public sealed record Choice(int Id, string Name);

    public sealed record Chip(string Text, string Address);
}
