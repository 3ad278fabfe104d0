using HotelCorporate.Domain;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace HotelCorporate.Web.Features.Catalogue;

/// <summary>The dishes of a menu as they are typed; a row without name and cost is passed over.</summary>
public sealed class DishesForm
{
    private const int MoreRows = 3;

    public IList<DishRow> Dishes { get; set; } = [];

    /// <summary>Which version was opened.</summary>
    public int? Opened { get; set; }

    public sealed class DishRow
    {
        public string? Name { get; set; }

        public Course Course { get; set; } = Course.Main;

        public decimal? Cost { get; set; }

        /// <summary>The kitchen has said which of the fourteen are in it.</summary>
        public bool IsKnown { get; set; }

        public IList<Allergen> Allergens { get; set; } = [];

        public IList<DietaryMark> Marks { get; set; } = [];

        /// <summary>The name by language.</summary>
        public IDictionary<string, string?> Names { get; set; } = new Dictionary<string, string?>(StringComparer.Ordinal);

        public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && Cost is null;

        /// <remarks>Who ticks an allergen knows it.</remarks>
        public Dish ToDish() => new(
            Name ?? "", Course, Math.Clamp(Cost ?? 0, -1_000_000, 1_000_000), IsKnown || Allergens.Count > 0 ? [.. Allergens.Distinct().Order()] : null, [.. Marks.Distinct().Order()],
            [.. Names.Select(name => new ClientText(name.Key, name.Value ?? ""))]);
    }

    public DishesForm WithRows()
    {
        for (var more = Dishes.Count(row => row.IsEmpty); more < MoreRows; more++) Dishes.Add(new());
        return this;
    }

    public static DishesForm Of(CatalogueItem item) => new()
    {
        Opened = item.Version,
        Dishes = [.. item.Dishes.Select(dish => new DishRow
        {
            Name = dish.Name, Course = dish.Course, Cost = dish.Cost, IsKnown = dish.Allergens is not null, Allergens = [.. dish.Allergens ?? []], Marks = [.. dish.Marks],
            Names = dish.Texts.ToDictionary(text => text.Language, text => (string?)text.Name, StringComparer.Ordinal),
        })],
    };
}

/// <summary>Edits what is served with a menu: dish by dish its course, cost, allergens and marks.</summary>
[Authorize(Policy = Policies.SalesManager)]
[Route("catalogue/{id:int}/dishes/edit")]
public sealed class DishesController(HotelDb db, IClock clock) : HotelController
{
    private const string Page = "/Features/Catalogue/Dishes.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Index(int id, CancellationToken cancel) =>
        await db.ItemAsync(id, cancel) is ({ Kind: CatalogueKind.Menu } item, var property) ? View(Page, PageOf(DishesForm.Of(item), item, property)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Save(int id, DishesForm form, CancellationToken cancel)
    {
        if (await db.ItemAsync(id, cancel) is not ({ Kind: CatalogueKind.Menu } item, var property)) return NotFound();
        var names = new CatalogueNames(new Dictionary<int, string>(), new Dictionary<int, string>());
        var was = CatalogueRecord.Of(item, names);
        form.Opened = RefuseStale(form.Opened, item.Version);

        if (!ModelState.IsValid || !Attempt(() => item.Serve([.. form.Dishes.Where(row => !row.IsEmpty).Select(row => row.ToDish())])))
        {
            db.ChangeTracker.Clear();
            return Refused(PageOf(form, (await db.ItemAsync(id, cancel))!.Value.Item, property), Page);
        }

        var changes = was.ChangesTo(CatalogueRecord.Of(item, names));
        foreach (var change in changes) db.Note(Me, clock.GetCurrentInstant(), nameof(CatalogueItem), id, $"change {change.Fact}", change.From, change.To);
        if (changes.Count > 0) await db.SaveChangesAsync(cancel);
        Say($"The dishes of {item.Name} are saved.");
        return RedirectToAction(nameof(CatalogueController.Details), "Catalogue", new { id });
    }

    private static DishesPage PageOf(DishesForm form, CatalogueItem item, Property property) =>
        new(form.WithRows(), item, [.. TextRow.Rows(property, [.. item.Dishes.SelectMany(dish => dish.Texts)]).Keys]);
}
