using System.Text;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Imports;
using HotelCorporate.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Html;

/// <summary>What the pages of files that are kept until they are brought in have in common.</summary>
public abstract class FileImportController : HotelController
{
    private const int ShownBefore = 30;

    /// <summary>Keeps the file that was sent and shows what it would do; what is wrong with it is said at its field.</summary>
    /// <param name="keep">Gives the id of the kept file.</param>
    /// <param name="again">The page to choose a file on.</param>
    protected async Task<IActionResult> KeepAsync(IFormFile? file, Func<IFormFile, Stream, Task<int>> keep, Func<Task<ViewResult>> again)
    {
        if (file is null || file.Length is 0 or > KeptFile.Largest) ModelState.AddModelError("file", "Choose a CSV or XLSX file of 25 MB at most.");
        if (!ModelState.IsValid) return await again();
        await using var content = file!.OpenReadStream();
        try
        {
            return RedirectToAction("Details", new { id = await keep(file, content) });
        }
        catch (HouseRuleException refusal)
        {
            Refuse("file", refusal);
            return await again();
        }
    }

    /// <summary>The rows that were left out, with why, to be mended and brought in again.</summary>
    protected IActionResult LeftOut(FileImport? import) => import is { RefusedText.Length: > 0 }
        ? File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(import.RefusedText)).ToArray(), "text/csv", "left-out.csv")
        : NotFound();

    /// <summary>Those of a hotel that are in, or on their way. Files are large: their pages need what is said of them, not what is in them.</summary>
    protected static async Task<IReadOnlyList<T>> BeforeAsync<T>(IQueryable<T> imports, int propertyId, CancellationToken cancel)
        where T : FileImport
    {
        var ids = await imports.Where(import => import.PropertyId == propertyId && import.Status != ImportStatus.Looked).OrderByDescending(import => import.Id).Select(import => import.Id).Take(ShownBefore).ToListAsync(cancel);
        return await imports.AsNoTracking().Where(import => ids.Contains(import.Id)).OrderByDescending(import => import.Id).ToListAsync(cancel);
    }
}
