using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Taxes;

/// <summary>The tax codes and service charges of a hotel.</summary>
/// <param name="ToConfirm">The code whose new rate changes what was said before: it is asked once more.</param>
public sealed record TaxesPage(IReadOnlyList<TaxCode> Codes, IReadOnlyList<ServiceCharge> Charges, LocalDate Today, int? ToConfirm = null);

/// <summary>A service charge as it is typed; the rate in percent.</summary>
public sealed class ChargeForm
{
    public string? Name { get; set; }

    public decimal? Rate { get; set; }

    public bool IsTaxable { get; set; }

    public IList<RevenueClass> Classes { get; set; } = [];
}

/// <summary>How a hotel's sales are taxed, from which day on, and which service is charged.</summary>
[Authorize(Policy = Policies.Administrator)]
[Route("taxes")]
public sealed class TaxesController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await PageAsync(cancel));

    [OncePerForm]
    [SameHotel]
    [HttpPost("new")]
    public async Task<IActionResult> New(string? code, string? name, string? category, decimal? rate, LocalDate? from, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var known = (code ?? "").Trim().ToUpperInvariant();
        if (rate is null) ModelState.TryAddModelError("rate", "Type the rate in percent.");
        if (from is null) ModelState.TryAddModelError("from", "Type the day from which it holds.");
        if (await db.TaxCodes.AnyAsync(other => other.PropertyId == property.Id && other.Code == known, cancel)) ModelState.AddModelError("code", "The hotel has this code already. Give it a new rate from a day on instead.");
        var made = ModelState.IsValid ? Attempt(() => new TaxCode(property.Id, known, (name ?? "").Trim(), category ?? "", rate!.Value / 100, from!.Value), "code") : null;
        if (made is null) return Refused(await PageAsync(cancel), nameof(Index));
        var taken = (await db.TaxCodes.Where(other => other.PropertyId == property.Id).Select(other => other.Classes).ToListAsync(cancel)).SelectMany(classes => classes);
        made.For(Enum.GetValues<RevenueClass>().Except(taken));
        await using var turn = await db.BeginWriteAsync(cancel);
        db.TaxCodes.Add(made);
        await db.SaveChangesAsync(cancel);
        Note(nameof(TaxCode), made.Id, "add", null, Describe(made, rate!.Value, from!.Value));
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Another rate from a day on; what was supplied before keeps the rate of its day.</summary>
    [HttpPost("{id:int}/rates")]
    public async Task<IActionResult> AddRate(int id, decimal? rate, LocalDate? from, bool sure, CancellationToken cancel)
    {
        var code = await db.TaxCodes.Include(code => code.Rates).SingleOrDefaultAsync(code => code.Id == id, cancel);
        if (code is null) return NotFound();
        if (rate is null) ModelState.TryAddModelError("rate", "Type the rate in percent.");
        if (from is null) ModelState.TryAddModelError("from", "Type the day from which it holds.");
        var was = from is { } day ? code.Rates.Where(known => known.ValidFrom <= day).MaxBy(known => known.ValidFrom) : null;
        var today = (await hotel.GetAsync(cancel)).Today(clock.GetCurrentInstant());
        var asksFirst = !sure && ModelState.IsValid && (from <= today || was?.ValidFrom == from);
        if (asksFirst) Refuse("from", $"{Rate(was?.Rate)} holds on that day now. Offers and invoices that exist keep it; what is priced or invoiced anew for days since then gets the new rate. Tick the box to set it all the same.");
        if (!ModelState.IsValid || Attempt(() => code.From(from!.Value, rate!.Value / 100), "rate") is null)
        {
            db.ChangeTracker.Clear();
            return Refused(await PageAsync(cancel) with { ToConfirm = asksFirst ? id : null }, nameof(Index));
        }

        Note(nameof(TaxCode), id, "set rate", was is null ? null : Describe(code, was.Rate * 100, was.ValidFrom), Describe(code, rate!.Value, from!.Value));
        await db.SaveChangesAsync(cancel);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Which code each kind of sale gets where no component has one of its own.</summary>
    [SameHotel]
    [HttpPost("kinds")]
    public async Task<IActionResult> Kinds([FromForm(Name = "codes")] IDictionary<RevenueClass, int?> chosen, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var codes = await db.TaxCodes.Where(code => code.PropertyId == property.Id).OrderBy(code => code.Id).ToListAsync(cancel);
        foreach (var (kind, id) in chosen.Where(choice => choice.Value is { } id && !codes.Exists(code => code.Id == id)))
            ModelState.AddModelError($"codes[{kind}]", "The hotel has no such code. Choose one of the list.");
        if (!ModelState.IsValid) return Refused(await PageAsync(cancel), nameof(Index));
        foreach (var code in codes)
        {
            var (was, now) = (Named(code.Classes), chosen.Where(choice => choice.Value == code.Id).Select(choice => choice.Key).Order().ToList());
            if (was.Equals(Named(now))) continue;
            code.For(now);
            Note(nameof(TaxCode), code.Id, "is for", was, Named(now));
        }

        await db.SaveChangesAsync(cancel);
        Say("The tax codes are saved.");
        return RedirectToAction(nameof(Index));
    }

    [OncePerForm]
    [SameHotel]
    [HttpPost("charges/new")]
    public async Task<IActionResult> NewCharge(ChargeForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        if (form.Rate is null) ModelState.TryAddModelError("Rate", "Type the rate in percent.");
        var charge = ModelState.IsValid ? Attempt(() => new ServiceCharge(property.Id, form.Name ?? "", form.Rate!.Value / 100, form.IsTaxable, form.Classes), "Name") : null;
        if (charge is null) return Refused(await PageAsync(cancel), nameof(Index));
        await using var turn = await db.BeginWriteAsync(cancel);
        db.ServiceCharges.Add(charge);
        await db.SaveChangesAsync(cancel);
        Note(nameof(ServiceCharge), charge.Id, "add", null, Describe(charge));
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("charges/{id:int}")]
    public async Task<IActionResult> ChangeCharge(int id, ChargeForm form, CancellationToken cancel)
    {
        var charge = await db.ServiceCharges.SingleOrDefaultAsync(charge => charge.Id == id, cancel);
        if (charge is null) return NotFound();
        if (form.Rate is null) ModelState.TryAddModelError("Rate", "Type the rate in percent.");
        var was = Describe(charge);
        if (!ModelState.IsValid || !Attempt(() => charge.Change(form.Name ?? "", form.Rate!.Value / 100, form.IsTaxable, form.Classes), "Name"))
        {
            db.ChangeTracker.Clear();
            return Refused(await PageAsync(cancel), nameof(Index));
        }

        Note(nameof(ServiceCharge), id, "change", was, Describe(charge));
        await db.SaveChangesAsync(cancel);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("charges/{id:int}/remove")]
    public async Task<IActionResult> RemoveCharge(int id, CancellationToken cancel)
    {
        var charge = await db.ServiceCharges.SingleOrDefaultAsync(charge => charge.Id == id, cancel);
        if (charge is null) return NotFound();
        db.ServiceCharges.Remove(charge);
        Note(nameof(ServiceCharge), id, "remove", Describe(charge), null);
        await db.SaveChangesAsync(cancel);
        return RedirectToAction(nameof(Index));
    }

    private void Note(string subject, int id, string action, Sentence? from, Sentence? to) => db.Note(Me, clock.GetCurrentInstant(), subject, id, action, from, to);

    private static Sentence Describe(TaxCode code, decimal percent, LocalDate from) => $"{code.Code} {code.Category} {percent} % from {from}";

    private static Sentence Rate(decimal? rate)
    {
        if (rate is { } known) return $"{known * 100} %";
        return "No rate";
    }

    private static Sentence Named(IEnumerable<RevenueClass> kinds) => Sentence.Join(", ", [.. kinds.Select(kind => (Sentence)kind.ToString())]);

    private static Sentence Describe(ServiceCharge charge)
    {
        if (charge.IsTaxable) return $"{charge.Name}, {charge.Rate * 100} % on {Named(charge.Classes)}, taxed";
        return $"{charge.Name}, {charge.Rate * 100} % on {Named(charge.Classes)}";
    }

    private async Task<TaxesPage> PageAsync(CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        return new TaxesPage(
            await db.TaxCodes.AsNoTracking().Include(code => code.Rates).Where(code => code.PropertyId == property.Id).OrderBy(code => code.Code).ToListAsync(cancel),
            await db.ServiceCharges.AsNoTracking().Where(charge => charge.PropertyId == property.Id).OrderBy(charge => charge.Name).ToListAsync(cancel), property.Today(clock.GetCurrentInstant()));
    }
}
