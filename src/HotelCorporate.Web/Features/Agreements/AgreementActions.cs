using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Agreements;

/// <summary>What all that is done on an agreement's page shares: one way to find it, to note it, and to show what was refused.</summary>
public abstract class AgreementActions(HotelDb db, IClock clock) : HotelController
{
    private const string Shown = "~/Features/Agreements/Details.cshtml";

    protected HotelDb Db { get; } = db;

    protected IClock Clock { get; } = clock;

    protected AgreementReading Reading => ActivatorUtilities.CreateInstance<AgreementReading>(HttpContext.RequestServices);

    /// <summary>Does the move; a refusal is shown on the agreement's page with its reason (422).</summary>
    protected async Task<IActionResult> MoveAsync(int id, string action, string? why, Func<Agreement, Task> move, CancellationToken cancel)
    {
        var agreement = await FindAsync(id, cancel);
        if (agreement is null) return NotFound();
        var from = agreement.Status;
        try
        {
            if (!ModelState.IsValid) throw new HouseRuleException("Type the date.");
            await move(agreement);
        }
        catch (HouseRuleException refusal)
        {
            Db.ChangeTracker.Clear();
            Refuse("", refusal);
            return Refused((await Reading.ReadAsync(id, null, Me, cancel))!, Shown);
        }

        await NoteAsync(agreement, action, from, why, cancel);
        return LocalRedirect($"/agreements/{id}");
    }

    protected Task<IActionResult> MoveAsync(int id, string action, string? why, Action<Agreement> move, CancellationToken cancel) =>
        MoveAsync(id, action, why, agreement =>
        {
            move(agreement);
            return Task.CompletedTask;
        }, cancel);

    /// <summary>To be changed; none when it is for other hotels than the person's own.</summary>
    protected Task<Agreement?> FindAsync(int id, CancellationToken cancel) => AgreementReading.FindAsync(Db, Db.Agreements.Include(agreement => agreement.Rounds.OrderBy(round => round.Number)), id, cancel);

    protected async Task NoteAsync(Agreement agreement, string action, AgreementStatus? from, Sentence? why, CancellationToken cancel)
    {
        Db.Note(Me, Clock.GetCurrentInstant(), nameof(Agreement), agreement.Id, action, from?.ToString(), agreement.Status.ToString(), why);
        await Db.SaveChangesAsync(cancel);
    }

    /// <summary>Stores a new agreement that follows another, and opens it to be changed.</summary>
    protected async Task<IActionResult> FollowAsync(int id, string action, Func<Agreement, Agreement> follow, CancellationToken cancel)
    {
        var agreement = await FindAsync(id, cancel);
        if (agreement is null) return NotFound();
        if (Attempt(() => follow(agreement)) is not { } next) return Refused((await Reading.ReadAsync(id, null, Me, cancel))!, Shown);
        await using var turn = await Db.BeginWriteAsync(cancel);
        Db.Agreements.Add(next);
        await Db.SaveChangesAsync(cancel);
        await NoteAsync(next, action, null, $"in place of agreement {agreement.Id}", cancel);
        await turn.CommitAsync(cancel);
        return LocalRedirect($"/agreements/{next.Id}/edit");
    }
}
