using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Agreements;

/// <summary>Reads all that an agreement's page shows.</summary>
public sealed class AgreementReading(HotelDb db, AgreementsInForce agreements, ProductionDesk production, AgreementOffering offering, AgreementAccepting accepting, IClock clock)
{
    /// <summary>None when it is for other hotels than the person's own.</summary>
    public static async Task<Agreement?> FindAsync(HotelDb db, IQueryable<Agreement> agreements, int id, CancellationToken cancel) =>
        await agreements.SingleOrDefaultAsync(agreement => agreement.Id == id, cancel) is { } found && (db.Scope is not { } own || found.Terms.PropertyIds.Contains(own)) ? found : null;

    /// <summary>Null when there is no such agreement for the person.</summary>
    public async Task<AgreementPage?> ReadAsync(int id, RateAsked? asked, Actor reader, CancellationToken cancel)
    {
        var agreement = await FindAsync(db, db.Agreements.AsNoTracking().Include(agreement => agreement.Rounds.OrderBy(round => round.Number)), id, cancel);
        if (agreement is null) return null;
        var property = await offering.HotelAsync(agreement, cancel);
        var hotels = await db.Properties.AsNoTracking().Where(hotel => agreement.Terms.PropertyIds.Contains(hotel.Id)).OrderBy(hotel => hotel.Id).ToListAsync(cancel);
        var today = property.Today(clock.GetCurrentInstant());
        var ids = hotels.ConvertAll(hotel => hotel.Id);
        var types = await db.RoomTypes.AsNoTracking().Where(type => ids.Contains(type.PropertyId)).OrderBy(type => type.PropertyId).ThenBy(type => type.Id).ToListAsync(cancel);
        var packages = await db.Packages.AsNoTracking().Include(package => package.Components).Where(package => ids.Contains(package.PropertyId)).OrderBy(package => package.Id).ToListAsync(cancel);
        var type = types.FirstOrDefault(type => type.Id == asked?.RoomTypeId);
        var names = Names(hotels, types, packages);
        var family = await db.Agreements.AsNoTracking().Where(other => other.AccountId == agreement.AccountId).OrderBy(other => other.Id).ToListAsync(cancel);
        return new AgreementPage(
            agreement, await db.Accounts.AsNoTracking().Include(account => account.Contacts).SingleAsync(account => account.Id == agreement.AccountId, cancel), property, agreement.Label(today, property.ExpiringDays), types, packages,
            today, asked, type is null || asked?.Arrival is not { } arrival ? null
                : await agreements.RateAsync(agreement.AccountId, type, asked.Occupancy, arrival, Math.Clamp(asked.Nights ?? 1, 1, 60), arrival, today, cancel),
            await offering.OverLimitsAsync(agreement, reader, cancel))
        {
            Hotels = hotels, Rounds = Rounds(agreement, names), Versions = Versions(agreement, family, today, property, names), Competing = Competing(agreement, family),
            Link = agreement.Status is AgreementStatus.Offered or AgreementStatus.Accepted ? accepting.LinkFor(agreement) : "",
            Breaches = await db.Breaches.AsNoTracking().Where(breach => breach.AgreementId == id && breach.ClosedAt == null).OrderByDescending(breach => breach.Id).Take(20).ToListAsync(cancel),
            Produced = await ProducedAsync(agreement, today, cancel),
        };
    }

    /// <summary>The contract as it goes on paper.</summary>
    public async Task<ContractSheet?> ContractAsync(int id, CancellationToken cancel) =>
        await FindAsync(db, db.Agreements.AsNoTracking(), id, cancel) is { } agreement ? await accepting.ContractAsync(agreement, cancel) : null;

    public static TermNames Names(IReadOnlyList<Property> hotels, IReadOnlyList<RoomType> types, IReadOnlyList<Package> packages) => new(
        id => types.FirstOrDefault(type => type.Id == id) is { } type ? hotels.Count > 1 ? $"{type.Name} ({hotels.FirstOrDefault(hotel => hotel.Id == type.PropertyId)?.Code})" : type.Name : $"{id}",
        id => packages.FirstOrDefault(package => package.Id == id)?.Name ?? $"{id}", id => hotels.FirstOrDefault(hotel => hotel.Id == id)?.Name ?? $"{id}");

    private static List<(AgreementRound, IReadOnlyList<Sentence>)> Rounds(Agreement agreement, TermNames names) =>
        [.. agreement.Rounds.Select((round, i) => (round, AgreementDifference.Between(round.Terms, i + 1 < agreement.Rounds.Count ? agreement.Rounds[i + 1].Terms : agreement.Terms, names)))];

    private static List<(Agreement, AgreementLabel, IReadOnlyList<Sentence>)> Versions(Agreement agreement, List<Agreement> family, LocalDate today, Property property, TermNames names)
    {
        var chain = new HashSet<int> { agreement.Id };
        while (family.Exists(other => (other.ReplacesId is { } old && chain.Contains(old) && chain.Add(other.Id)) || (chain.Contains(other.Id) && other.ReplacesId is { } before && chain.Add(before)))) { }
        return chain.Count == 1 ? [] : [.. family.Where(other => chain.Contains(other.Id)).Select(other => (
            other, other.Label(today, property.ExpiringDays), family.Find(before => before.Id == other.ReplacesId) is { } replaced ? AgreementDifference.Between(replaced.Terms, other.Terms, names) : []))];
    }

    /// <summary>Those that are accepted and meet it; versions and renewals give way to one another by themselves.</summary>
    private static List<(Agreement, LocalDate, LocalDate, Sentence)> Competing(Agreement agreement, List<Agreement> family)
    {
        var met = new List<(Agreement, LocalDate, LocalDate, Sentence)>();
        foreach (var other in family.Where(other => other.Id != agreement.Id && other.Status == AgreementStatus.Accepted && other.ReplacesId != agreement.Id && agreement.ReplacesId != other.Id))
        {
            if (agreement.Status == AgreementStatus.Terminated || AgreementRank.Meet(agreement.Terms, other.Terms) is not { } days) continue;
            var isFirst = agreement.AcceptedAt is null || AgreementRank.Compare(agreement, other, [agreement.AccountId]) < 0; // one that is accepted next is the later one
            var fewer = agreement.AcceptedAt is null && agreement.Terms.PropertyIds.Count > other.Terms.PropertyIds.Count;
            var (first, second) = isFirst && !fewer ? (agreement, other) : (other, agreement);
            met.Add((other, days.From, days.To, $"{first.Name} is asked first: {AgreementRank.WhyBefore(first, second, [agreement.AccountId])}."));
        }

        return met;
    }

    /// <summary>None while nothing is promised, or before the term.</summary>
    private async Task<AgreementStanding?> ProducedAsync(Agreement agreement, LocalDate today, CancellationToken cancel) =>
        agreement.AcceptedAt is not null && agreement.Terms.CommittedNights > 0 && today >= agreement.Terms.ValidFrom ? await production.StandingAsync(agreement, today, cancel) : null;
}
