using System.Globalization;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>A quality that rooms are looked for by.</summary>
public enum SpaceFeature
{
    Daylight,
    Outdoor,
    Combination,
    Shareable,
}

/// <summary>What the diary leaves out: functions by status, seller and company, whose rooms stay; and whole rooms by seats, feature and floor. It stands in the address.</summary>
public sealed record DiaryFilter
{
    public IList<BookingStatus> Status { get; set; } = [];

    public int? Owner { get; set; }

    public int? Account { get; set; }

    /// <summary>As many people at least sit comfortably.</summary>
    public int? Seats { get; set; }

    /// <summary>The set-up that the seats are asked for; any when none.</summary>
    public SetupStyle? Style { get; set; }

    public IList<SpaceFeature> Feature { get; set; } = [];

    public string? Floor { get; set; }

    public bool IsEmpty => Query.Length == 0;

    public bool ConcernsFunctions => Status.Count > 0 || Owner is not null || Account is not null;

    /// <summary>As it stands in an address, each part after an ampersand; empty when nothing is left out.</summary>
    public string Query => string.Concat(Parts().Select(part => $"&{part.Name}={Uri.EscapeDataString(part.Value)}"));

    /// <summary>A view of the diary with these filters.</summary>
    public string Address(DiaryView view, LocalDate date) => view == DiaryView.Year
        ? $"/diary/year?date={LocalDatePattern.Iso.Format(date)}{Query}"
        : $"/diary?view={NameOf(view)}&date={LocalDatePattern.Iso.Format(date)}{Query}";

    /// <summary>As addresses name it.</summary>
    public static string NameOf(DiaryView view) => view.ToString().ToLowerInvariant();

    public bool Shows(DiaryFunction function) =>
        (Status.Count == 0 || Status.Contains(function.Status)) && (Owner is null || Owner == function.OwnerId) && (Account is null || Account == function.AccountId);

    public bool Shows(DiaryRoom room) =>
        room.Seats && (string.IsNullOrEmpty(Floor) || room.Floor == Floor) && Feature.All(feature => feature switch
        {
            SpaceFeature.Daylight => room.HasDaylight,
            SpaceFeature.Outdoor => room.IsOutdoor,
            SpaceFeature.Combination => room.IsCombination,
            _ => room.IsShareable,
        });

    /// <summary>Its parts by the names that they have in an address.</summary>
    public IEnumerable<(string Name, string Value)> Parts()
    {
        foreach (var status in Status.Distinct()) yield return ("status", status.ToString());
        if (Owner is { } owner) yield return ("owner", owner.ToString(CultureInfo.InvariantCulture));
        if (Account is { } account) yield return ("account", account.ToString(CultureInfo.InvariantCulture));
        if (Seats is { } seats) yield return ("seats", seats.ToString(CultureInfo.InvariantCulture));
        if (Style is { } style) yield return ("style", style.ToString());
        foreach (var feature in Feature.Distinct()) yield return ("feature", feature.ToString());
        if (!string.IsNullOrEmpty(Floor)) yield return ("floor", Floor);
    }
}
