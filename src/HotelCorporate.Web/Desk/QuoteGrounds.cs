using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>A booking with all that it is priced from.</summary>
public sealed record QuoteGround(Booking Booking, Property Property, string Client, RoomBlock? Block, QuoteBasis Basis, LocalDate Today)
{
    public IReadOnlyList<Function> Functions { get; } = [.. Booking.Functions.Where(function => !function.IsCancelled).OrderBy(function => function.Start)];

    /// <summary>The day of what belongs to no function.</summary>
    public LocalDate FirstDay => Functions.Count > 0 ? Functions[0].Start.Date : Today;
}

/// <summary>What of a hotel's price lists an offer names: enough to price it, too little to choose from.</summary>
/// <param name="Hires">Whether a hire follows the price list.</param>
/// <param name="Bedrooms">Whether it has some.</param>
public sealed record NamedParts(IReadOnlyCollection<int> PackageIds, IReadOnlyCollection<int> ItemIds, bool Hires, bool Bedrooms);

/// <summary>Reads what an offer is priced from: for the page, for who types, for copies of alternatives and for the nightly audit.</summary>
public sealed class QuoteGrounds(HotelDb db, AgreementsInForce agreements, DecisionRights rights, LoyaltyDesk loyalty, IClock clock)
{
    /// <param name="sellerId">Whose limits count; none: nobody's.</param>
    /// <param name="house">What the hotel sells, when it was read already.</param>
    /// <param name="named">Reads this of the price lists and no more; none: all of them.</param>
    public async Task<QuoteGround?> ReadAsync(int bookingId, int? sellerId, CancellationToken cancel, QuoteBasis? house = null, NamedParts? named = null)
    {
        var booking = await db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleOrDefaultAsync(booking => booking.Id == bookingId, cancel);
        if (booking is null) return null;
        var property = await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel);
        var block = await db.Blocks.AsNoTracking().Include(block => block.Nights).SingleOrDefaultAsync(block => block.BookingId == bookingId, cancel);
        return await GroundAsync(booking, property, block, booking.Functions.Select(function => (LocalDate?)function.Start.Date).Min(), sellerId, house, named, cancel);
    }

    /// <summary>For a party that has no booking yet: one package, at the terms of a company when one is named.</summary>
    /// <param name="accountId">None: list prices.</param>
    public async Task<QuoteGround> OfPackageAsync(Property property, Package package, int? accountId, LocalDate day, int? sellerId, CancellationToken cancel)
    {
        var booking = Booking.Inquire(property.Id, accountId ?? 0, "", package.Name, null, clock.GetCurrentInstant());
        var ground = await GroundAsync(booking, property, block: null, day, sellerId, house: null, new NamedParts([], [], Hires: false, Bedrooms: false), cancel);
        return ground with { Basis = ground.Basis with { Packages = [package, .. ground.Basis.Packages.Where(other => other.Id != package.Id)] } };
    }

    private async Task<QuoteGround> GroundAsync(Booking booking, Property property, RoomBlock? block, LocalDate? day, int? sellerId, QuoteBasis? house, NamedParts? named, CancellationToken cancel)
    {
        var today = property.Today(clock.GetCurrentInstant());
        var account = booking.AccountId == 0 ? null : await db.Accounts.AsNoTracking().Where(account => account.Id == booking.AccountId).Select(account => new { account.TradeName, account.Language }).SingleAsync(cancel);
        var agreement = account is null ? null : await agreements.ForAsync(booking.AccountId, property, day ?? today, cancel);
        var basis = (house ?? await HouseAsync(property, cancel, named, agreement)) with
        {
            Language = account?.Language ?? "en", Agreement = agreement,
            Loyalty = booking.Id == 0 ? null : await loyalty.StandingAsync(booking.AccountId, property.Currency, today, booking.Id, cancel),
            Limits = sellerId is { } seller ? (await rights.OfAsync(seller, property.Id, today, cancel)).ForPricing(property.MinimumMargin) : PricingLimits.None,
        };
        return new QuoteGround(booking, property, account?.TradeName ?? "", block, basis, today);
    }

    /// <summary>What a hotel sells, to whomever.</summary>
    /// <param name="named">This and no more; none: all of it.</param>
    /// <param name="agreement">The packages that it names are read too: one that a price rise went on with is known by its line.</param>
    public async Task<QuoteBasis> HouseAsync(Property property, CancellationToken cancel, NamedParts? named = null, Agreement? agreement = null) => new()
    {
        Currency = property.Currency, TaxMode = property.TaxMode,
        Packages = await PackagesAsync(property.Id, named?.PackageIds.Concat(agreement?.Terms.Packages.Select(agreed => agreed.PackageId) ?? []).Distinct().ToList(), cancel),
        TaxCodes = await db.TaxCodes.AsNoTracking().Include(code => code.Rates).Where(code => code.PropertyId == property.Id).ToListAsync(cancel),
        Services = await db.ServiceCharges.AsNoTracking().Where(charge => charge.PropertyId == property.Id).OrderBy(charge => charge.Id).ToListAsync(cancel),
        Items = await ItemsAsync(property.Id, named?.ItemIds, cancel),
        Hires = named is { Hires: false } ? new Dictionary<int, HirePrices>() : await HiresAsync(property, cancel),
        RoomTypes = named is { Bedrooms: false } ? [] : await db.RoomTypes.AsNoTracking().Where(type => type.PropertyId == property.Id).OrderBy(type => type.Id).ToListAsync(cancel),
    };

    private async Task<IReadOnlyList<Package>> PackagesAsync(int propertyId, List<int>? ids, CancellationToken cancel)
    {
        if (ids is { Count: 0 }) return [];
        var packages = db.PackagesWhole(propertyId).AsNoTracking();
        return await (ids is null ? packages : packages.Where(package => ids.Contains(package.Id))).OrderBy(package => package.Id).ToListAsync(cancel);
    }

    private async Task<IReadOnlyList<CatalogueItem>> ItemsAsync(int propertyId, IReadOnlyCollection<int>? ids, CancellationToken cancel)
    {
        if (ids is { Count: 0 }) return [];
        var items = db.CatalogueItems.AsNoTracking().Where(item => item.PropertyId == propertyId);
        return await (ids is null ? items : items.Where(item => ids.Contains(item.Id))).OrderBy(item => item.Kind).ThenBy(item => item.Name).ToListAsync(cancel);
    }

    private async Task<IReadOnlyDictionary<int, HirePrices>> HiresAsync(Property property, CancellationToken cancel)
    {
        var rows = await db.HirePrices.AsNoTracking().Where(price => price.PropertyId == property.Id).Join(db.Spaces, price => price.SpaceId, space => space.Id, (price, space) => new { price, space.Name }).ToListAsync(cancel);
        return rows.GroupBy(row => row.price.SpaceId).ToDictionary(group => group.Key, group => new HirePrices(group.First().Name, [.. group.Select(row => row.price)], property.HalfDayHours));
    }

    /// <summary>What is asked for, priced with the rates of its bedrooms.</summary>
    /// <param name="whateverIsFree">A bedroom has its price though none is free.</param>
    public async Task<PricedQuote> PriceAsync(QuoteGround ground, QuoteRequest asked, CancellationToken cancel, bool whateverIsFree = false)
    {
        var rates = new Dictionary<(BedroomsAsked Row, LocalDate Night), RateAnswer>();
        foreach (var row in asked.Bedrooms.Distinct())
        {
            if (ground.Basis.RoomTypes.FirstOrDefault(type => type.Id == row.RoomTypeId) is not { } type) continue;
            foreach (var (night, free, offered) in await agreements.StayAsync(ground.Booking.AccountId, type, row.Occupancy, row.Arrival, row.Nights, ground.Today, cancel, ground.Booking.Id, whateverIsFree))
            {
                var kept = ground.Block?.Of(type.Id, night); // what the block keeps is offered at the block's rate
                var rate = kept?.Occupancy == row.Occupancy && kept.Agreed > 0 ? new(kept.Rate, null, null, kept.Steps) : offered;
                if (!whateverIsFree && rate.Amount is not null && row.Rooms > Math.Max(free, kept?.ForcedUpTo ?? 0)) rate = new(null, $"{free} rooms are free, {row.Rooms} are asked for.", rate.AgreementId, rate.Steps);
                rates[(row, night)] = rate;
            }
        }

        return QuotePricing.Price(asked, ground.Basis with { Rate = (row, night) => rates[(row, night)] });
    }
}
