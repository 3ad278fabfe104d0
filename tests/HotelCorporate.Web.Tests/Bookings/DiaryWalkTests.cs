using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HotelCorporate.Web.Tests.Bookings;

public sealed class DiaryWalkOnSqlite(SqliteSite site) : DiaryWalkTests(site), IClassFixture<SqliteSite>;

public sealed class DiaryWalkOnPostgres(PostgresSite site) : DiaryWalkTests(site), IClassFixture<PostgresSite>;

/// <summary>Eight desks at once ask for, move, give back and close nested rooms. What they end with is what one desk would have ended with, doing the same in the order of the journal.</summary>
public abstract class DiaryWalkTests(HotelSiteFixture site)
{
    private const int Desks = 8;
    private const int StepsOfADesk = 40;
    private static readonly string[] Names = ["Sandringham", "Windsor", "Sandringham & Windsor", "Oxford", "Cambridge", "Oxford & Cambridge"];
    private static readonly LocalDateTime Morning = new(2030, 5, 6, 8, 0);

    [Fact]
    public async Task Eight_desks_at_once_end_as_one_desk_would_in_the_order_of_the_journal()
    {
        var (property, spaces, account) = await site.InDatabaseAsync(async db =>
        {
            var found = await db.Spaces.AsNoTracking().Include(space => space.Atoms).ThenInclude(atom => atom.Atom).Where(space => Names.Contains(space.Name)).OrderBy(space => space.Id).ToListAsync();
            return (await db.Properties.AsNoTracking().SingleAsync(property => property.Id == found[0].PropertyId), found, await db.Accounts.Select(account => account.Id).FirstAsync());
        });
        var done = await Task.WhenAll(Enumerable.Range(0, Desks).Select(desk => Task.Run(() => WorkAsync(new Random(20261128 + desk), closes: desk == 0, property, spaces, account))));

        var asked = done.SelectMany(desk => desk.Bookings).ToDictionary(pair => pair.Key, pair => pair.Value);
        var closed = done[0].Closures;
        var (lines, holds, functions) = await site.InDatabaseAsync(async db =>
        (
            await db.Journal.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync(),
            await db.Holds.AsNoTracking().ToListAsync(),
            await db.Functions.AsNoTracking().Where(function => asked.Keys.Contains(function.BookingId)).ToListAsync()));
        var model = new OneDesk(property, spaces);
        foreach (var line in lines)
        {
            if (line.Subject == nameof(Booking) && line.Action is "option" or "move" or "give back" && asked.TryGetValue(line.SubjectId, out var steps)) model.Do(line.SubjectId, steps.Dequeue());
            else if (line is { Subject: nameof(Space), Action: "close" or "open" } && closed.Count > 0) model.Do(line.Action == "open", closed.Dequeue());
        }

        Assert.All(asked.Values, Assert.Empty);
        Assert.Contains(functions, function => function.IsFirm);
        Assert.Contains(functions, function => function.IsWaiting);
        Assert.All(functions, function => Assert.Equal((model.IsFirm(function.BookingId), model.SpaceOf(function.BookingId)), (function.IsFirm, function.SpaceId)));
        Assert.Equal(model.Held, holds.Where(hold => hold.ClosureId is not null || asked.ContainsKey(hold.BookingId ?? 0)).Select(hold => (hold.BookingId ?? 0, hold.AtomId, hold.From, hold.Until)).Order());
    }

    private async Task<Work> WorkAsync(Random random, bool closes, Property property, List<Space> spaces, int account)
    {
        var work = new Work([], []);
        var (mine, closures) = (new List<int>(), new List<int>());
        for (var i = 0; i < StepsOfADesk; i++)
        {
            await using var scope = site.Services.CreateAsyncScope();
            var (moves, db) = (scope.ServiceProvider.GetRequiredService<BookingMoves>(), scope.ServiceProvider.GetRequiredService<HotelDb>());
            var (space, start, hours) = (spaces[random.Next(spaces.Count)], Morning.PlusHours(random.Next(60)), random.Next(1, 8));
            try
            {
                if (closes && i % 4 == 3) await CloseAsync(moves, space, start, hours);
                else if (mine.Count < 4 || random.Next(10) < 4) await AskAsync(moves, space, start, hours);
                else if (random.Next(10) < 7) await MoveAsync(moves, db, mine[random.Next(mine.Count)], space, start, hours);
                else await GiveBackAsync(moves, mine[random.Next(mine.Count)]);
            }
            catch (Exception refusal) when (refusal is HouseRuleException or RoomTakenException)
            {
                // Refused: nothing of it is in the journal.
            }
        }

        return work;

        async Task AskAsync(BookingMoves moves, Space space, LocalDateTime start, int hours)
        {
            var booking = Booking.Inquire(property.Id, account, "", "Walk", ownerId: null, site.Clock.GetCurrentInstant());
            booking.Add(Plan(space.Id, start, hours, property));
            await moves.OpenAsync(booking, property, property.Today(site.Clock.GetCurrentInstant()).PlusDays(9), Actor.Staff(1), _ => { }, CancellationToken.None);
            work.Bookings[booking.Id] = new([new Step(space.Id, start, hours)]);
            mine.Add(booking.Id);
        }

        async Task MoveAsync(BookingMoves moves, HotelDb db, int id, Space space, LocalDateTime start, int hours)
        {
            var function = await db.Functions.AsNoTracking().SingleAsync(function => function.BookingId == id);
            await moves.RearrangeAsync(id, null, [new FunctionMove(function.Id, space.Id, start, start.PlusHours(hours))], mayWait: true, "A walk", Actor.Staff(1), CancellationToken.None);
            work.Bookings[id].Enqueue(new Step(space.Id, start, hours));
        }

        async Task GiveBackAsync(BookingMoves moves, int id)
        {
            await moves.GiveBackAsync(id, Actor.Staff(1), CancellationToken.None);
            work.Bookings[id].Enqueue(new Step(0, default, 0));
            mine.Remove(id);
        }

        async Task CloseAsync(BookingMoves moves, Space space, LocalDateTime start, int hours)
        {
            var closure = closures.Count > 0 && random.Next(2) == 0 ? null : Closure.Plan(space, "Works", start, start.PlusHours(hours), property.Zone, site.Clock.GetCurrentInstant());
            if (closure is null)
            {
                await moves.OpenSpaceAsync(closures[0], Actor.Staff(1), CancellationToken.None);
                work.Closures.Enqueue((closures[0], null));
                closures.RemoveAt(0);
                return;
            }

            await moves.CloseSpaceAsync(closure, Actor.Staff(1), CancellationToken.None);
            work.Closures.Enqueue((closure.Id, closure));
            closures.Add(closure.Id);
        }
    }

    private static Function Plan(int space, LocalDateTime start, int hours, Property property) =>
        Function.Plan("Walk", space, SetupStyle.Boardroom, start, start.PlusHours(hours), 15, property.Zone, new SetupTimes(0, 0));

    private sealed record Work(Dictionary<int, Queue<Step>> Bookings, Queue<(int Id, Closure? Closure)> Closures);

    /// <param name="SpaceId">0 gives the option back.</param>
    private sealed record Step(int SpaceId, LocalDateTime Start, int Hours);

    /// <summary>The same steps one after another, in memory.</summary>
    private sealed class OneDesk(Property property, List<Space> spaces)
    {
        private readonly Dictionary<int, Booking> _bookings = [];
        private readonly List<Hold> _firm = [];
        private int _place;

        public IEnumerable<(int, int, Instant, Instant)> Held => _firm.Select(hold => (hold.ClosureId is null ? hold.BookingId!.Value : 0, hold.AtomId, hold.From, hold.Until)).Order();

        public bool IsFirm(int id) => _bookings[id].Functions[0].IsFirm;

        public int? SpaceOf(int id) => _bookings[id].Functions[0].SpaceId;

        public void Do(int id, Step step)
        {
            _place++;
            if (!_bookings.TryGetValue(id, out var booking))
            {
                booking = _bookings[id] = Booking.Inquire(property.Id, 1, "HC", "Walk", null, default);
                var function = Plan(step.SpaceId, step.Start, step.Hours, property);
                typeof(Function).GetProperty(nameof(Function.Id))!.SetValue(function, id);
                typeof(Function).GetProperty(nameof(Function.BookingId))!.SetValue(function, id);
                booking.Add(function);
                booking.Option(LocalDate.MaxIsoValue, LocalDate.MinIsoValue, _place);
                WaitingLine.Promote([function], AtomsOf, _firm);
                return;
            }

            if (step.SpaceId == 0) booking.GiveBack();
            else booking.Rearrange([new FunctionMove(id, step.SpaceId, step.Start, step.Start.PlusHours(step.Hours))], property.TimesFor, _place, property.Zone, Instant.MinValue);
            if (booking.Functions[0].IsFirm) return; // it is where it was
            _firm.RemoveAll(hold => hold.FunctionId == id);
            WaitingLine.Promote([booking.Functions[0]], AtomsOf, _firm);
            Try();
        }

        public void Do(bool opens, (int Id, Closure? Closure) step)
        {
            if (opens) _firm.RemoveAll(hold => hold.ClosureId == step.Id);
            else _firm.AddRange(Of(step.Closure!.SpaceId).Select(atom => new Hold(null, null, atom.Id, 0, step.Closure.From, step.Closure.Until) { ClosureId = step.Id }));
            if (opens) Try();
        }

        private void Try() => WaitingLine.Promote(_bookings.Values.Select(booking => booking.Functions[0]), AtomsOf, _firm);

        private IReadOnlyList<Atom> AtomsOf(Function function) => Of(function.SpaceId!.Value);

        private Atom[] Of(int spaceId) => [.. spaces.Single(space => space.Id == spaceId).Atoms.Select(atom => atom.Atom)];
    }
}
