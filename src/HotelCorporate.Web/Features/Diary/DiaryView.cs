namespace HotelCorporate.Web.Features.Diary;

/// <summary>How much time the diary shows at once.</summary>
public enum DiaryView
{
    Day,
    Week,
    Month,
    SixWeeks,

    /// <summary>How much is held, without the functions themselves: a page of its own.</summary>
    Year,
}
