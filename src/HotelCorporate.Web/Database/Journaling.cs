using HotelCorporate.Domain.Journal;
using NodaTime;

namespace HotelCorporate.Web.Database;

/// <summary>Who does what is being done: a signed-in person, the client behind a signed link, or the clock.</summary>
public sealed record Actor(int? UserId, string Name)
{
    public static Actor Clock { get; } = new(null, "clock");

    public static Actor Client { get; } = new(null, "client");
}

/// <summary>Writes the journal in the same save as the change it tells of.</summary>
public static class Journaling
{
    public static void Note(
        this HotelDb db, Actor actor, Instant at, string subject, int subjectId, string action,
        string? from = null, string? to = null, string? why = null) =>
        db.Journal.Add(new JournalEntry(subject, subjectId, at, actor.UserId, actor.Name, action, from, to, why));
}
