namespace HotelCorporate.Domain.Spaces;

/// <summary>Minutes that the house needs before and after a function, unless the function says otherwise.</summary>
public readonly record struct SetupTimes(int SetUpMinutes, int TearDownMinutes)
{
    /// <summary>The house's defaults by style (domain section 7).</summary>
    public static SetupTimes For(SetupStyle style) => style switch
    {
        SetupStyle.Boardroom => new(15, 15),
        SetupStyle.Theatre => new(45, 30),
        SetupStyle.Classroom or SetupStyle.UShape or SetupStyle.HollowSquare or SetupStyle.Cabaret => new(60, 45),
        SetupStyle.Banquet => new(90, 60),
        SetupStyle.Reception => new(60, 60),
        SetupStyle.Exhibition => new(180, 120),
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "An unknown style."),
    };
}
