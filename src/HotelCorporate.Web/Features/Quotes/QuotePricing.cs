using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Rooms;
using NodaTime;

namespace HotelCorporate.Web.Features.Quotes;

/// <summary>All that a booking is priced with, read once.</summary>
public sealed record QuoteBasis(
    Booking Booking, Property Property, string Client, IReadOnlyList<Package> Packages, IReadOnlyList<TaxCode> TaxCodes,
    IReadOnlyList<ServiceCharge> Services, int Revision, Agreement? Agreement, IReadOnlyList<RoomType> RoomTypes, RoomBlock? Block)
{
    /// <summary>The price per delegate of each package that the company's agreement names.</summary>
    public IReadOnlyDictionary<int, Money> AgreedPrices() => (Agreement?.Terms.Packages ?? [])
        .Join(Packages, agreed => agreed.PackageId, package => package.Id, (agreed, package) => (package.Id, Price: agreed.Price is { } price ? Money.Of(price, package.Currency) : package.ListPrice * (1 - agreed.Off)))
        .ToDictionary(pair => pair.Id, pair => pair.Price);


    public IReadOnlyList<Function> Functions { get; } = [.. Booking.Functions.Where(function => !function.IsCancelled).OrderBy(function => function.Start)];

    /// <summary>The day of what belongs to no function.</summary>
    public LocalDate FirstDay(LocalDate otherwise) => Functions.Count > 0 ? Functions[0].Start.Date : otherwise;
}

/// <summary>The lines of one function, and what of them is over the seller's limits.</summary>
public sealed record FunctionPrice(IReadOnlyList<QuoteLine> Lines, IReadOnlyList<Sentence> ToApprove, decimal Discount, bool IsUnderFloor);

/// <summary>Turns the rows of the form into priced lines. Pure.</summary>
public static class QuotePricing
{
    /// <exception cref="HouseRuleException">The package does not suit.</exception>
    public static FunctionPrice Of(QuoteForm.FunctionRow row, QuoteForm form, QuoteBasis basis, PricingLimits limits)
    {
        var function = basis.Functions.FirstOrDefault(function => function.Id == row.FunctionId)
            ?? throw new HouseRuleException("This function is no longer part of the booking. Load the page again.");
        var date = function.Start.Date;
        var package = row.PackageId is { } id ? PackageLines(row, basis, limits, function, id) : new FunctionPrice([], [], 0, IsUnderFloor: false);
        var lines = package.Lines.ToList();
        if (row.Hire is not null and not 0)
        {
            var off = basis.Agreement?.Terms.HireOff ?? 0;
            var hire = Money.Of(row.Hire.Value is >= 0 and <= 1_000_000 ? row.Hire.Value * (1 - off) : throw new HouseRuleException("The hire is between 0 and 1,000,000."), basis.Property.Currency);
            var unit = new UnitPrice(hire.Amount, hire.Currency);
            List<PriceStep> steps = [new("Hire typed by the seller", row.Hire)];
            if (off > 0) steps.Add(new($"Agreement {basis.Agreement!.Name}: {Sentence.Percent(off)} off hire", hire.Amount));
            lines.Add(Line($"{function.Name}, {date}", "Room hire", date, RevenueClass.RoomHire, 1, unit, TaxFor(RevenueClass.RoomHire, basis),
                steps, form, basis, function.Id, null));
        }

        return package with { Lines = lines };
    }

    /// <inheritdoc cref="Of(QuoteForm.FunctionRow,QuoteForm,QuoteBasis,PricingLimits)"/>
    public static QuoteLine Of(QuoteForm.ExtraRow row, QuoteForm form, QuoteBasis basis)
    {
        if (row.Price is not { } price) throw new HouseRuleException("Type the price of the extra.");
        var day = basis.FirstDay(form.ValidUntil ?? default);
        return Line("Extras", Sentence.Typed((row.Description ?? "").Trim()), day, row.RevenueClass, row.Quantity ?? 1, new UnitPrice(price, basis.Property.Currency),
            TaxFor(row.RevenueClass, basis), [new("Price typed by the seller", price)], form, basis, null, null);
    }

    private static FunctionPrice PackageLines(QuoteForm.FunctionRow row, QuoteBasis basis, PricingLimits limits, Function function, int packageId)
    {
        var package = basis.Packages.FirstOrDefault(package => package.Id == packageId) ?? throw new HouseRuleException("This package is no longer sold. Choose another.");
        var agreed = row.Price is null && row.Discount is null ? basis.Agreement?.Terms.Packages.FirstOrDefault(agreed => agreed.PackageId == package.Id) : null;
        var variant = agreed?.ToNegotiated(package.Currency) ?? new NegotiatedPackage(package.Id, package.Currency);
        if (row.Price is { } typed)
            variant.At(typed is >= 0 and <= 1_000_000 ? Money.Of(typed, package.Currency) : throw new HouseRuleException("The price per delegate is between 0 and 1,000,000."));
        if (row.Discount is { } percent) variant.PercentOff(percent / 100);
        var price = PackagePricing.Price(package, variant, function.Charged, function.Start.Date, limits);
        if (price.FallsBackToHire)
        {
            return row.Hire is not null ? new FunctionPrice([], [], 0, IsUnderFloor: false)
                : throw new HouseRuleException($"{package.Name} is for {package.MinimumDelegates} delegates at least. Type the hire of the room instead.");
        }

        Sentence heading = $"{package.Name}, {function.Name}, {function.Start.Date}";
        List<QuoteLine> lines = [.. price.Parts.Select(part => Line(
            heading, Sentence.Typed(part.Component.Name), function.Start.Date, part.Component.RevenueClass, part.Quantity, new UnitPrice(part.Unit.Amount, package.Currency),
            basis.TaxCodes.First(code => code.Id == part.Component.TaxCodeId), Opened(price, part, agreed is null ? null : basis.Agreement), null, basis, function.Id, package.Id, perPerson: true))];
        // What the company has agreed was approved with the agreement.
        return agreed is null && price.ToApprove.Count > 0
            ? new FunctionPrice(lines, [.. price.ToApprove.Select(what => (Sentence)$"{function.Name}: {what}")], price.Discount, price.IsUnderFloor)
            : new FunctionPrice(lines, [], 0, IsUnderFloor: false);
    }

    /// <summary>A bedroom for one night at the rate that the agreement or BAR gives.</summary>
    public static QuoteLine Of(QuoteForm.BedroomRow row, RoomType type, LocalDate night, RateAnswer rate, QuoteBasis basis)
    {
        if (rate.Amount is not { } amount) throw new HouseRuleException($"{type.Name} on {night}: {rate.Unavailable}");
        var tax = TaxFor(RevenueClass.Rooms, basis);
        return new QuoteLine($"Bedrooms, {night}", $"{type.Name}, {row.Occupancy}", night, RevenueClass.Rooms,
            row.Rooms ?? 0, new UnitPrice(amount.Amount, amount.Currency), tax.Category, tax.RateOn(night), rate.Steps) { RoomTypeId = type.Id, Occupancy = row.Occupancy }.Serviced(basis.Services);
    }

    private static List<PriceStep> Opened(PackagePrice price, PackagePart part, Agreement? agreement)
    {
        List<PriceStep> steps = agreement is null ? [] : [new($"Agreement {agreement.Name}, version {agreement.Revision}")];
        return [.. steps, .. price.Steps, new($"This line: {part.Component.Name}, {part.Quantity} x {part.Unit}", part.Amount.Amount)];
    }

    /// <param name="form">Its discount comes off; none inside a package.</param>
    private static QuoteLine Line(
        Sentence heading, Sentence description, LocalDate on, RevenueClass revenueClass, decimal quantity, UnitPrice unit, TaxCode tax,
        IReadOnlyList<PriceStep> steps, QuoteForm? form, QuoteBasis basis, int? functionId, int? packageId, bool perPerson = false)
    {
        return new QuoteLine(heading, description, on, revenueClass, quantity, unit, tax.Category, tax.RateOn(on), steps, (form?.Discount ?? 0) / 100, form?.DiscountReason ?? "")
        {
            FunctionId = functionId, PackageId = packageId, PerPerson = perPerson, AtLeast = perPerson ? basis.Packages.First(package => package.Id == packageId).MinimumDelegates : 0,
        }.Serviced(basis.Services);
    }

    /// <summary>The code of what has none of its own: bedrooms, hire and extras.</summary>
    private static TaxCode TaxFor(RevenueClass revenueClass, QuoteBasis basis) =>
        basis.TaxCodes.FirstOrDefault(code => code.Classes.Contains(revenueClass))
        ?? throw new HouseRuleException($"The hotel has not said how {revenueClass} is taxed. Ask an administrator to choose a tax code for it in Settings, Taxes and service.");
}
