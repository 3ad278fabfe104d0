using HotelCorporate.Domain.Bookings;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests.SafeKeeping;

/// <summary>What must be true of the stored house at every moment, whatever happened to the programs.</summary>
internal static class HouseRules
{
    public static async Task HoldAsync(SiteDatabase database)
    {
        await using var db = database.Open();
        var spaces = await db.Spaces.AsNoTracking().Include(space => space.Atoms).ToDictionaryAsync(space => space.Id);
        var bookings = await db.Bookings.AsNoTracking().Include(booking => booking.Functions).ToListAsync();
        var holds = await db.Holds.AsNoTracking().ToListAsync();
        var functions = bookings.SelectMany(booking => booking.Functions).ToDictionary(function => function.Id);
        var closures = await db.Closures.AsNoTracking().Select(closure => closure.Id).ToListAsync();
        Assert.All(holds.Where(hold => hold.FunctionId is null), hold => Assert.Contains(hold.ClosureId ?? 0, closures));
        Assert.All(holds.Where(hold => hold.FunctionId is not null), hold => Assert.True(functions.TryGetValue(hold.FunctionId!.Value, out var function) && function.IsFirm && !function.IsCancelled, $"A hold of function {hold.FunctionId} holds for nobody."));
        var held = holds.ToLookup(hold => hold.FunctionId);
        Assert.All(functions.Values.Where(function => function is { IsFirm: true, SpaceId: not null }), function =>
        {
            Assert.Equal(AtomsOf(function).Distinct().Order(), held[function.Id].Select(hold => hold.AtomId).Distinct().Order());
            Assert.All(held[function.Id], hold => Assert.Equal((function.OccupiedFrom, function.OccupiedUntil), (hold.From, hold.Until)));
        });
        IEnumerable<int> AtomsOf(Function function)
        {
            var space = spaces[function.SpaceId!.Value];
            var backUp = function.HasBackUp && space.BackUpSpaceId is { } id ? spaces[id].Atoms.Select(atom => atom.AtomId) : [];
            return space.Atoms.Select(atom => atom.AtomId).Concat(backUp);
        }

        Assert.All(bookings.Where(booking => booking.Status == BookingStatus.Definite), booking => Assert.All(booking.Functions, function => Assert.True(function.IsFirm || function.IsCancelled || function.IsWaiting)));

        var invoices = await db.Invoices.AsNoTracking().AsSplitQuery().Include(invoice => invoice.Lines).Include(invoice => invoice.Taxes).ToListAsync();
        Assert.All(invoices, invoice =>
        {
            Assert.Equal(invoice.LineCount, invoice.Lines.Count);
            Assert.Equal(invoice.SumOfLines.MinorUnits, invoice.Lines.Sum(line => line.Amount.MinorUnits));
            Assert.Equal(invoice.Gross, invoice.Net + invoice.Tax);
            Assert.Equal(invoice.Due, invoice.Gross - invoice.Prepaid);
            Assert.Equal(invoice.Lines.Select(line => (line.TaxCategory, line.TaxRate)).Distinct().Order(), invoice.Taxes.Select(tax => (tax.Category, tax.Rate)).Order());
            Assert.Equal((invoice.Net.MinorUnits, invoice.Tax.MinorUnits), (invoice.Taxes.Sum(tax => tax.Net.MinorUnits), invoice.Taxes.Sum(tax => tax.Tax.MinorUnits)));
        });
        var counters = await db.Set<Web.Database.Counter>().AsNoTracking().ToDictionaryAsync(counter => counter.Name, counter => counter.Last);
        Assert.All(invoices.GroupBy(invoice => invoice.Series), series =>
        {
            Assert.Equal(Enumerable.Range(1, series.Count()), series.Select(invoice => int.Parse(invoice.Number.Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture)).Order());
            Assert.Equal(series.Count(), counters[series.Key]);
        });
        var noted = await db.Journal.AsNoTracking().Where(entry => entry.Subject == "Invoice" && entry.Action == "issue").Select(entry => entry.To).ToListAsync();
        Assert.Equal(invoices.Select(invoice => invoice.Number).Order(StringComparer.Ordinal), noted.Order(StringComparer.Ordinal));
        var confirmed = await db.Journal.AsNoTracking().Where(entry => entry.Subject == "Booking" && entry.Action == "confirm").Select(entry => entry.SubjectId).ToListAsync();
        Assert.All(bookings.Where(booking => booking.Status == BookingStatus.Definite), booking => Assert.Single(confirmed, id => id == booking.Id));
    }
}
