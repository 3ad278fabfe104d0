using NodaTime;

namespace HotelCorporate.Domain.Staff;

/// <summary>Who has somebody's portfolio, with its rights to decide, while that person is away (domain section 14).</summary>
public sealed class Deputy
{
    private Deputy() { }

    /// <exception cref="HouseRuleException">The same person, or the days are turned round.</exception>
    public Deputy(int absentId, int deputyId, LocalDate from, LocalDate until)
    {
        if (absentId == deputyId) throw new HouseRuleException("Nobody is their own deputy. Choose somebody else.");
        if (until < from) throw new HouseRuleException("The last day is before the first. Turn them round.");
        (AbsentId, DeputyId, From, Until) = (absentId, deputyId, from, until);
    }

    public int Id { get; private set; }

    /// <summary>Who is away.</summary>
    public int AbsentId { get; private set; }

    public int DeputyId { get; private set; }

    public LocalDate From { get; private set; }

    /// <summary>The last day; itself inside.</summary>
    public LocalDate Until { get; private set; }

    /// <summary>Ends it before its time; the day itself is no longer inside.</summary>
    public void EndBefore(LocalDate day)
    {
        if (day.PlusDays(-1) < Until) Until = day.PlusDays(-1);
    }
}
