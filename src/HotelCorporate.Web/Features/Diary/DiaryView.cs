namespace HotelCorporate.Web.Features.Diary;

/// <summary>How much time the diary shows at once.</summary>
public enum DiaryView
{
    Day,
    Week,
    Month,
}
