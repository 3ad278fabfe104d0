using System.Globalization;
using System.Net;
using System.Text;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Imports;
using HotelCorporate.Web.Tests.Blocks;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests.Accounts;

public sealed class ImportKilledOnSqlite() : ImportKilledTests(new SqliteDatabase());

public sealed class ImportKilledOnPostgres() : ImportKilledTests(new PostgresDatabase());

/// <summary>The program is killed in the middle of a file of companies: the next one goes on where it was, nothing comes twice and nothing is missing.</summary>
public abstract class ImportKilledTests(SiteDatabase database)
{
    private const int Rows = 15_000;
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal) { ["Jobs:EverySeconds"] = "0.2", ["Mail:EverySeconds"] = "86400" };

    [Fact]
    public async Task It_goes_on_where_it_was()
    {
        database.Take(DemoTemplate.Now);
        int before, far;
        string address;
        using (var site = await SiteProcess.StartAsync(database, Settings))
        {
            await using (var db = database.Open()) before = await db.Accounts.CountAsync();
            var manager = await site.SignedInAsync("manager@demo.example");
            var file = "Company,Name,Email,Notes\n" + string.Concat(Enumerable.Range(1, Rows).Select(row => string.Create(CultureInfo.InvariantCulture, $"Killed {row},Person {row},p@killed{row}.example,Note {row}\n")));
            using var sent = await manager.UploadAsync("/accounts/imports", "/accounts/imports", Encoding.UTF8.GetBytes(file));
            address = sent.Headers.Location!.OriginalString;
            using var begun = await manager.SendShownAsync(address, address);
            Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
            await Soon.IsAsync(async () => (await ImportAsync()).Rows > 0);
            site.Kill();
            far = (await ImportAsync()).Rows;
        }

        Assert.InRange(far, 1, Rows - 1);
        await ThereAsync(far);
        using (var site = await SiteProcess.StartAsync(database, Settings))
        {
            await Soon.IsAsync(async () => (await ImportAsync()).Status == ImportStatus.Done);
            await ThereAsync(Rows);
            var import = await ImportAsync();
            Assert.Equal((Rows, Rows, 0, 0, 0), (import.Rows, import.Made, import.Changed, import.Unchanged, import.Refused));
            var manager = await site.SignedInAsync("manager@demo.example");
            Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync(address, address + "/undo")).StatusCode);
            await ThereAsync(0);
        }

        async Task ThereAsync(int rows)
        {
            await using var db = database.Open();
            var made = await db.Accounts.AsNoTracking().Where(account => account.LegalName.StartsWith("Killed ")).Select(account => account.LegalName).ToListAsync();
            Assert.Equal(Enumerable.Range(1, rows).Select(row => string.Create(CultureInfo.InvariantCulture, $"Killed {row}")).Order(StringComparer.Ordinal), made.Order(StringComparer.Ordinal));
            Assert.Equal((before + rows, rows, rows), (await db.Accounts.CountAsync(), await db.Set<Contact>().CountAsync(contact => contact.Email.StartsWith("p@killed")), await db.Activities.CountAsync(activity => activity.Text.StartsWith("Note "))));
        }
    }

    private async Task<AccountImport> ImportAsync()
    {
        await using var db = database.Open();
        return await db.AccountImports.AsNoTracking().SingleAsync(import => import.FileName == "list.csv");
    }
}
