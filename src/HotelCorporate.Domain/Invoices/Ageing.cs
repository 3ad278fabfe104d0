using NodaTime;

namespace HotelCorporate.Domain.Invoices;

/// <summary>How late an open document is, in the bands that finance looks at.</summary>
public enum AgeingBand
{
    Current,
    To30,
    To60,
    To90,
    To120,
    Over120,
}

/// <summary>Counts days from the due date.</summary>
public static class Ageing
{
    /// <summary>0 on the due date and before it.</summary>
    public static int DaysLate(LocalDate dueOn, LocalDate today) => Math.Max(0, Period.DaysBetween(dueOn, today));

    public static AgeingBand Band(LocalDate dueOn, LocalDate today) => DaysLate(dueOn, today) switch
    {
        0 => AgeingBand.Current,
        <= 30 => AgeingBand.To30,
        <= 60 => AgeingBand.To60,
        <= 90 => AgeingBand.To90,
        <= 120 => AgeingBand.To120,
        _ => AgeingBand.Over120,
    };

    /// <summary>As the list's column says: "1-30".</summary>
    public static string Name(AgeingBand band) => band switch
    {
        AgeingBand.Current => "Current",
        AgeingBand.To30 => "1-30",
        AgeingBand.To60 => "31-60",
        AgeingBand.To90 => "61-90",
        AgeingBand.To120 => "91-120",
        _ => "Over 120",
    };
}
