using System.Globalization;
using System.Net;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Features.Spaces;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests.Spaces;

public sealed class SpaceEditorOnSqlite(SqliteSite site) : SpaceEditorTests(site), IClassFixture<SqliteSite>;

public sealed class SpaceEditorOnPostgres(PostgresSite site) : SpaceEditorTests(site), IClassFixture<PostgresSite>;

/// <summary>Spaces are made, joined, changed and taken off sale by the hotel's own people.</summary>
public abstract class SpaceEditorTests(HotelSiteFixture site)
{
    [Fact]
    public async Task A_space_is_made_and_changed_with_its_history()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var id = await MadeAsync(manager, "Aurora", new() { ["Floor"] = "2", ["AreaM2"] = "60.5", ["LengthM"] = "11", ["WidthM"] = "5.5", ["HasDaylight"] = "true", ["Lanes"] = "2", ["Capacities[Theatre].Minimum"] = "10", ["Capacities[Theatre].Comfortable"] = "40", ["Capacities[Theatre].Legal"] = "60" });
        var made = await SpaceAsync(id);
        Assert.Equal(("2", 60.5m, 11m, true, 2, "Aurora"), (made.Floor, made.AreaM2, made.LengthM, made.HasDaylight, made.Atoms[0].Atom.Lanes, made.Atoms[0].Atom.Name));
        var page = await manager.PageAsync($"/spaces/{id}");
        Assert.NotNull(page.QuerySelector("svg.plan rect"));
        Assert.Contains("less than the most allowed", page.QuerySelector(".seating tbody")!.TextContent, StringComparison.Ordinal); // 60 above 55

        var near = await IdAsync("Balmoral");
        using var changed = await manager.SendShownAsync($"/spaces/{id}/edit", $"/spaces/{id}/edit", new() { ["Name"] = "Aurora Hall", ["Access"] = "step-free", ["Neighbours"] = $"{near}", ["Capacities[Theatre].Legal"] = "55", ["Capacities[Banquet].Minimum"] = "8", ["Capacities[Banquet].Comfortable"] = "30", ["Capacities[Banquet].Legal"] = "40" });
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        var now = await SpaceAsync(id);
        Assert.Equal(("Aurora Hall", "Aurora Hall", 55, 40), (now.Name, now.Atoms[0].Atom.Name, now.In(SetupStyle.Theatre)!.Legal, now.In(SetupStyle.Banquet)!.Legal));
        page = await manager.PageAsync($"/spaces/{id}");
        foreach (var line in new[] { "add (Aurora)", "change name (Aurora \u2192 Aurora Hall)", "change way in (- \u2192 step-free)", "change neighbours (- \u2192 Balmoral)", "change Theatre (10 / 40 / 60 \u2192 10 / 40 / 55)" })
            Assert.Contains(line, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Aurora Hall", (await manager.PageAsync($"/spaces/{near}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var entries = await site.InDatabaseAsync(db => db.Journal.CountAsync(entry => entry.Subject == "Space" && entry.SubjectId == id));
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync($"/spaces/{id}/edit", $"/spaces/{id}/edit")).StatusCode); // nothing changed, nothing noted
        Assert.Equal(entries, await site.InDatabaseAsync(db => db.Journal.CountAsync(entry => entry.Subject == "Space" && entry.SubjectId == id)));
    }

    [Fact]
    public async Task Rooms_are_joined_and_what_is_wrong_stands_beside_what_was_typed()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        await MadeAsync(manager, "Join A", []);
        await MadeAsync(manager, "Join B", []);
        var atoms = await site.InDatabaseAsync(db => db.Atoms.Where(atom => atom.Name == "Join A" || atom.Name == "Join B").OrderBy(atom => atom.Name).Select(atom => atom.Id).ToListAsync());
        using var refused = await manager.SendShownAsync("/spaces/new", "/spaces/new", new() { ["Name"] = "balmoral", ["AreaM2"] = "many", ["IsCombination"] = "true", ["Atoms"] = $"{atoms[0]}", ["Capacities[Cabaret].Legal"] = "20" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await HotelBrowser.ParseAsync(refused);
        Assert.Contains("has this name", page.QuerySelector("#Name-wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("balmoral", "many", "20"), (Value("Name"), Value("AreaM2"), Value("Capacities[Cabaret].Legal")));
        Assert.NotNull(page.QuerySelector("#AreaM2-wrong"));
        Assert.Contains("all three figures", page.QuerySelector("[name='Capacities[Cabaret].Minimum']")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("[name=Atoms]:checked"));

        var whole = await MadeAsync(manager, "Join A & B", new() { ["IsCombination"] = "true" }, ("Atoms", atoms[0]), ("Atoms", atoms[1]));
        Assert.Equal(atoms, (await SpaceAsync(whole)).Atoms.Select(taken => taken.AtomId).Order());
        Assert.Contains("Join A & B", (await manager.PageAsync($"/spaces/{await IdAsync("Join A")}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var twin = await SendAsync(manager, "/spaces/new", new() { ["Name"] = "Twin", ["IsCombination"] = "true" }, ("Atoms", atoms[0]), ("Atoms", atoms[1]));
        Assert.Contains("is made of the same", (await HotelBrowser.ParseAsync(twin)).QuerySelector(".invalid-feedback")!.TextContent, StringComparison.Ordinal);

        string? Value(string field) => page.QuerySelector($"[name='{field}']")!.GetAttribute("value");
    }

    [Fact]
    public async Task A_space_that_somebody_else_changed_meanwhile_is_not_overwritten_unseen()
    {
        var (one, other) = (await site.SignedInAsync("manager@demo.example"), await site.SignedInAsync("admin@demo.example"));
        var id = await MadeAsync(one, "Two hands", []);
        var form = Forms.AsShown((await one.PageAsync($"/spaces/{id}/edit")).FormTo($"/spaces/{id}/edit")).DistinctBy(field => field.Key).ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await other.SendShownAsync($"/spaces/{id}/edit", $"/spaces/{id}/edit", new() { ["Floor"] = "Ninth" })).StatusCode);
        form["Access"] = "by the lift";
        using var stale = await one.PostAsync($"/spaces/{id}/edit", form);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("floor: Ninth", (await HotelBrowser.ParseAsync(stale)).QuerySelector(".alert-info")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Ninth", ""), ((await SpaceAsync(id)).Floor, (await SpaceAsync(id)).Access));
    }

    [Fact]
    public async Task An_outdoor_space_has_a_back_up_room_which_stays_on_sale()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var shelter = await MadeAsync(manager, "Shelter", []);
        var terrace = await MadeAsync(manager, "Terrace", new() { ["IsOutdoor"] = "true", ["BackUpSpaceId"] = $"{shelter}" });
        using var refused = await manager.PostAsync($"/spaces/{shelter}/retire", [], $"/spaces/{shelter}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("back-up room of Terrace", (await HotelBrowser.ParseAsync(refused)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/spaces/{terrace}/retire", [], $"/spaces/{terrace}")).StatusCode);
        Assert.Contains("Terrace", (await manager.PageAsync("/spaces")).QuerySelectorAll("section").First(card => card.QuerySelector("h2")?.TextContent == "Not sold any more").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/spaces/{terrace}/sell", [], $"/spaces/{terrace}")).StatusCode);
    }

    [Fact]
    public async Task A_photo_is_known_by_its_content_and_another_hotel_does_not_see_it()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var id = await MadeAsync(manager, "Pictured", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await UploadAsync(manager, id, "<svg onload=alert(1)>"u8.ToArray())).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await UploadAsync(manager, id, "GIF89a\x01\x00\x01\x00"u8.ToArray())).StatusCode);
        using var drawing = new SkiaSharp.SKBitmap(2400, 1200);
        drawing.Erase(SkiaSharp.SKColors.Teal);
        using var png = drawing.Encode(SkiaSharp.SKEncodedImageFormat.Png, 90);
        Assert.Equal(HttpStatusCode.Redirect, (await UploadAsync(manager, id, [.. png.ToArray(), .. "<script>alert(1)</script>"u8.ToArray()], "From the door")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await UploadAsync(manager, id, png.ToArray(), "From the stage")).StatusCode);

        var photos = (await manager.PageAsync($"/spaces/{id}")).QuerySelectorAll(".photo img").Select(image => image.GetAttribute("src")!).ToList();
        using var shown = await manager.GetAsync(photos[0]);
        var bytes = await shown.Content.ReadAsByteArrayAsync();
        Assert.Equal("image/jpeg", shown.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("script", System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        using var back = SkiaSharp.SKBitmap.Decode(bytes);
        Assert.Equal((1600, 800), (back.Width, back.Height));

        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync(photos[1] + "/earlier", [], $"/spaces/{id}")).StatusCode);
        Assert.Equal([photos[1], photos[0]], (await manager.PageAsync($"/spaces/{id}")).QuerySelectorAll(".photo img").Select(image => image.GetAttribute("src")!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsync(photos[0], new() { ["caption"] = " " }, $"/spaces/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync(photos[0], new() { ["caption"] = "At night" }, $"/spaces/{id}")).StatusCode);
        Assert.Equal("At night", (await manager.PageAsync($"/spaces/{id}")).QuerySelector($".photo img[src='{photos[0]}']")!.GetAttribute("alt"));

        var stranger = await site.JoinedAsync("ny-spaces@demo.example", Role.SalesManager, "NYC");
        foreach (var address in new[] { photos[0], $"/spaces/{id}", $"/spaces/{id}/edit" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/spaces/{await IdAsync("Balmoral")}/photos/{photos[0].Split('/')[^1]}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync(photos[0] + "/remove", [], $"/spaces/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(photos[0])).StatusCode);
    }

    [Fact]
    public void A_photo_stands_upright_and_says_nothing_of_where_it_was_taken()
    {
        using var drawing = new SkiaSharp.SKBitmap(300, 100);
        drawing.Erase(SkiaSharp.SKColors.Teal);
        using var jpeg = drawing.Encode(SkiaSharp.SKEncodedImageFormat.Jpeg, 90);
        var plain = jpeg.ToArray();
        byte[] turned = [.. "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"u8, .. "GPS somewhere"u8];
        byte[] taken = [0xff, 0xd8, 0xff, 0xe1, 0, (byte)(turned.Length + 2), .. turned, .. plain.AsSpan(2)];
        var kept = SpacePicture.Read(taken)!;
        using var back = SkiaSharp.SKBitmap.Decode(kept);
        Assert.Equal((100, 300), (back.Width, back.Height));
        Assert.DoesNotContain("GPS", System.Text.Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
    }

    private static async Task<int> MadeAsync(HotelBrowser browser, string name, Dictionary<string, string> facts, params (string Name, int Value)[] more)
    {
        using var answer = await SendAsync(browser, "/spaces/new", new(facts, StringComparer.Ordinal) { ["Name"] = name }, more);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, string.Join(' ', (await HotelBrowser.ParseAsync(answer)).QuerySelectorAll(".invalid-feedback").Select(wrong => wrong.TextContent)));
        return int.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private static async Task<HttpResponseMessage> SendAsync(HotelBrowser browser, string address, Dictionary<string, string> typed, params (string Name, int Value)[] more)
    {
        var form = (await browser.PageAsync(address)).FormTo(address);
        var token = form.Elements.OfType<AngleSharp.Html.Dom.IHtmlInputElement>().First(input => input.Name == "__RequestVerificationToken");
        using var content = new FormUrlEncodedContent(
        [
            .. Forms.AsShown(form).Where(field => !typed.ContainsKey(field.Key)), .. typed, .. more.Select(field => KeyValuePair.Create(field.Name, field.Value.ToString(CultureInfo.InvariantCulture))), new(token.Name!, token.Value),
        ]);
        return await browser.Http.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    private static async Task<HttpResponseMessage> UploadAsync(HotelBrowser browser, int space, byte[] content, string caption = "A picture")
    {
        var page = await browser.PageAsync($"/spaces/{space}");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(caption), "caption" },
            { new ByteArrayContent(content), "file", "photo.jpg" },
        };
        return await browser.Http.PostAsync(new Uri($"/spaces/{space}/photos/new", UriKind.Relative), form);
    }

    private Task<int> IdAsync(string name) => site.InDatabaseAsync(db => db.Spaces.Where(space => space.Name == name).Select(space => space.Id).SingleAsync());

    private Task<Space> SpaceAsync(int id) => site.InDatabaseAsync(db => db.Spaces.AsNoTracking().Include(space => space.Capacities).Include(space => space.Atoms).ThenInclude(taken => taken.Atom).SingleAsync(space => space.Id == id));
}
