using HotelCorporate.Domain;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Spaces;

/// <summary>Brings in, describes, orders and removes the photos of a space. Another hotel's are not there.</summary>
[Authorize(Policy = Policies.SalesManager)]
[Route("spaces/{spaceId:int}/photos")]
public sealed class SpacePhotosController(HotelDb db, IClock clock) : HotelController
{
    private const int Largest = 10_000_000;
    private const int Most = 12;
    private const int LongestCaption = 200;

    [OncePerForm]
    [RequestSizeLimit(Largest + 100_000)]
    [HttpPost("new")]
    public async Task<IActionResult> New(int spaceId, IFormFile? file, string? caption, CancellationToken cancel)
    {
        if (!await db.Spaces.AnyAsync(space => space.Id == spaceId, cancel)) return NotFound();
        if (file is null || file.Length is 0 or > Largest) ModelState.AddModelError("file", "Choose a JPEG, PNG or WebP picture of 10 MB at most.");
        CheckCaption(caption);
        if (await db.SpacePhotos.CountAsync(photo => photo.SpaceId == spaceId, cancel) >= Most) Refuse("file", $"A space has {Most} photos at most. Take one away first.");
        var picture = ModelState.IsValid ? await PictureAsync(file!, cancel) : null;
        if (picture is null) return await RefusedAsync(spaceId, cancel);
        var last = await db.SpacePhotos.Where(photo => photo.SpaceId == spaceId).Select(photo => (int?)photo.Position).MaxAsync(cancel);
        db.SpacePhotos.Add(new SpacePhoto(spaceId, SpacePicture.ContentType, picture, caption!.Trim()) { Position = (last ?? -1) + 1 });
        return await SavedAsync(spaceId, "add photo", to: Sentence.Typed(caption.Trim()), cancel: cancel);
    }

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Change(int spaceId, int id, string? caption, CancellationToken cancel)
    {
        if (await Own(spaceId).SingleOrDefaultAsync(photo => photo.Id == id, cancel) is not { } photo) return NotFound();
        CheckCaption(caption);
        if (!ModelState.IsValid) return await RefusedAsync(spaceId, cancel);
        var was = photo.Caption;
        if (was == caption!.Trim()) return Back(spaceId);
        db.Entry(photo).Property(found => found.Caption).CurrentValue = caption.Trim();
        return await SavedAsync(spaceId, "change photo", Sentence.Typed(was), Sentence.Typed(caption.Trim()), cancel);
    }

    /// <summary>One place nearer to the beginning; the first one stays where it is.</summary>
    [HttpPost("{id:int}/earlier")]
    public async Task<IActionResult> Earlier(int spaceId, int id, CancellationToken cancel)
    {
        var photos = await Own(spaceId).OrderBy(photo => photo.Position).ThenBy(photo => photo.Id).ToListAsync(cancel);
        var place = photos.FindIndex(photo => photo.Id == id);
        if (place < 0) return NotFound();
        if (place == 0) return Back(spaceId);
        (photos[place - 1], photos[place]) = (photos[place], photos[place - 1]);
        for (var i = 0; i < photos.Count; i++) photos[i].Position = i;
        return await SavedAsync(spaceId, "move photo earlier", to: Sentence.Typed(photos[place - 1].Caption), cancel: cancel);
    }

    [HttpPost("{id:int}/remove")]
    public async Task<IActionResult> Remove(int spaceId, int id, CancellationToken cancel)
    {
        if (await Own(spaceId).SingleOrDefaultAsync(photo => photo.Id == id, cancel) is not { } photo) return NotFound();
        db.SpacePhotos.Remove(photo);
        return await SavedAsync(spaceId, "remove photo", from: Sentence.Typed(photo.Caption), cancel: cancel);
    }

    private IQueryable<SpacePhoto> Own(int spaceId) => db.SpacePhotos.Where(photo => photo.SpaceId == spaceId && db.Spaces.Any(space => space.Id == spaceId));

    private void CheckCaption(string? caption)
    {
        if (string.IsNullOrWhiteSpace(caption)) ModelState.AddModelError("caption", "Say what the photo shows, for those who do not see it.");
        else if (caption.Trim().Length > LongestCaption) ModelState.AddModelError("caption", "200 characters at most.");
    }

    private async Task<byte[]?> PictureAsync(IFormFile file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        var picture = SpacePicture.Read(bytes.ToArray());
        if (picture is null) ModelState.AddModelError("file", "This is no JPEG, PNG or WebP picture, or it has more than 60 million points. Choose another file.");
        return picture;
    }

    private async Task<IActionResult> SavedAsync(int spaceId, Sentence action, Sentence? from = null, Sentence? to = null, CancellationToken cancel = default)
    {
        db.Note(Me, clock.GetCurrentInstant(), nameof(Space), spaceId, action, from, to);
        await db.SaveChangesAsync(cancel);
        return Back(spaceId);
    }

    private async Task<IActionResult> RefusedAsync(int spaceId, CancellationToken cancel) =>
        Refused((await db.SpacePageAsync(spaceId, clock.GetCurrentInstant(), cancel))!, "/Features/Spaces/Details.cshtml");

    private RedirectToActionResult Back(int spaceId) => RedirectToAction(nameof(SpacesController.Details), "Spaces", new { id = spaceId });
}
