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

/// <summary>Reads what an offer is priced from: for the page, for copies of alternatives and for the nightly audit.</summary>
public sealed class QuoteGrounds(HotelDb db, AgreementsInForce agreements, DecisionRights rights, LoyaltyDesk loyalty, IClock clock)
{
    /// <param name="sellerId">Whose limits count; none: nobody's.</param>
    /// <param name="house">What the hotel sells, when it was read already.</param>
    public async Task<QuoteGround?> ReadAsync(int bookingId, int? sellerId, CancellationToken cancel, QuoteBasis? house = null)
    {
        var booking = await db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleOrDefaultAsync(booking => booking.Id == bookingId, cancel);
        if (booking is null) return null;
        var property = await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel);
        var today = property.Today(clock.GetCurrentInstant());
        var account = await db.Accounts.AsNoTracking().Where(account => account.Id == booking.AccountId).Select(account => new { account.TradeName, account.Language }).SingleAsync(cancel);
        var basis = (house ?? await HouseAsync(property, cancel)) with
        {
            Language = account.Language,
            Agreement = await agreements.ForAsync(booking.AccountId, property.Id, booking.Functions.Select(function => (LocalDate?)function.Start.Date).Min() ?? today, cancel),
            Loyalty = await loyalty.StandingAsync(booking.AccountId, property.Currency, today, bookingId, cancel),
            Limits = sellerId is { } seller ? (await rights.OfAsync(seller, property.Id, today, cancel)).ForPricing(property.MinimumMargin) : PricingLimits.None,
        };
        return new QuoteGround(booking, property, account.TradeName, await db.Blocks.AsNoTracking().Include(block => block.Nights).SingleOrDefaultAsync(block => block.BookingId == bookingId, cancel), basis, today);
    }

    /// <summary>What a hotel sells, to whomever.</summary>
    public async Task<QuoteBasis> HouseAsync(Property property, CancellationToken cancel) => new()
    {
        Currency = property.Currency, TaxMode = property.TaxMode,
        Packages = await db.PackagesWhole(property.Id).AsNoTracking().OrderBy(package => package.Id).ToListAsync(cancel),
        TaxCodes = await db.TaxCodes.AsNoTracking().Include(code => code.Rates).Where(code => code.PropertyId == property.Id).ToListAsync(cancel),
        Services = await db.ServiceCharges.AsNoTracking().Where(charge => charge.PropertyId == property.Id).OrderBy(charge => charge.Id).ToListAsync(cancel),
        Items = await db.CatalogueItems.AsNoTracking().Where(item => item.PropertyId == property.Id).OrderBy(item => item.Kind).ThenBy(item => item.Name).ToListAsync(cancel),
        Hires = await HiresAsync(property, cancel),
        RoomTypes = await db.RoomTypes.AsNoTracking().Where(type => type.PropertyId == property.Id).OrderBy(type => type.Id).ToListAsync(cancel),
    };

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
