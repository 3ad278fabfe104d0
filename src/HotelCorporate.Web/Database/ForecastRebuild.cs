using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Database;

/// <summary>Works out anew what the forecast keeps of each version of an offer, from its lines, and of each booking.</summary>
public static class ForecastRebuild
{
    private const int AtOnce = 500;

    public static async Task<(int Looked, int Changed)> RunAsync(HotelDb db, CancellationToken cancel)
    {
        var (looked, changed, last) = (0, 0, 0);
        while (true)
        {
            await using var turn = await db.BeginWriteAsync(cancel);
            var quotes = await db.Quotes.AsSplitQuery().Include(quote => quote.Lines).Include(quote => quote.Nets).Where(quote => quote.Id > last).OrderBy(quote => quote.Id).Take(AtOnce).ToListAsync(cancel);
            if (quotes.Count == 0)
            {
                await KeptNets.KeepAsync(db, null, cancel);
                await turn.CommitAsync(cancel);
                return (looked, changed);
            }


            looked += quotes.Count;
            changed += quotes.Count(quote => quote.KeepNets());
            last = quotes[^1].Id;
            await db.SaveChangesAsync(cancel);
            await turn.CommitAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }
}
