using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;

namespace HotelCorporate.Domain.Quotes;

/// <content>What is sold per delegate.</content>
public static partial class QuotePricing
{
    private sealed partial class Pricing
    {
        private void Package(FunctionAsked row)
        {
            if (row.PackageId is not { } id) return;
            var package = basis.Packages.FirstOrDefault(package => package.Id == id) ?? throw new HouseRuleException("This package is no longer sold. Choose another.");
            var agreed = row.IsNegotiated ? null : basis.Agreed(package);
            var planned = row.Planned;
            var price = PackagePricing.Price(package, agreed?.ToNegotiated(package.Currency) ?? Varied(row, package), planned.People, planned.Start.Date, basis.Limits.Of(basis.TaxMode, basis.TaxCodes, basis.Services, planned.Start.Date));
            _packages[planned.Key] = price;
            if (price.FallsBackToHire)
            {
                if (row.Hire is null or 0) throw new HouseRuleException($"{package.Name} is for {package.MinimumDelegates} delegates at least. Type the hire of the room instead.");
                return;
            }

            Sentence heading = $"{package.Name}, {planned.Name}, {planned.Start.Date}";
            _lines.AddRange(price.Parts.Select(part => Line(row, package, price, part, heading, agreed is null ? null : basis.Agreement)));
            if (agreed is not null) return; // what the company has agreed was approved with the agreement
            foreach (var why in price.ToApprove) ToApprove(price.Discount, $"{planned.Name}: {why}");
            _isUnderFloor |= price.IsUnderFloor;
        }

        private NegotiatedPackage Varied(FunctionAsked row, Package package)
        {
            var variant = new NegotiatedPackage(package.Id, package.Currency);
            if (row.Price is { } price) variant.At(Money.Of(Bounded(price, "The price per delegate is between 0 and 1,000,000.", nameof(row.Price)), package.Currency));
            if (row.Discount is { } off) variant.PercentOff(off);
            foreach (var name in row.TakenOut) variant.Without(name);
            foreach (var added in row.Added)
            {
                variant.Plus(new Component(added.Name, added.RevenueClass, Money.Of(added.Amount, package.Currency), basis.TaxFor(added.RevenueClass).Id, Money.Of(added.Cost, package.Currency), added.IsProtected));
            }

            return variant;
        }

        private QuoteLine Line(FunctionAsked row, Package package, PackagePrice price, PackagePart part, Sentence heading, Agreement? agreement)
        {
            var (planned, day) = (row.Planned, row.Planned.Start.Date);
            var tax = basis.TaxCodes.FirstOrDefault(code => code.Id == part.Component.TaxCodeId)
                ?? throw new HouseRuleException($"{part.Component.Name} in {package.Name} has no tax code of this hotel. Choose one on the page of the package.");
            List<PriceStep> steps = agreement is null ? [] : [new($"Agreement {agreement.Name}, version {agreement.Revision}")];
            steps.AddRange(price.Steps);
            steps.Add(new($"This line: {part.Component.Name}, {part.Quantity} x {part.Unit}", part.Amount.Amount));
            return new QuoteLine(heading, Sentence.Typed(part.Component.Name), day, part.Component.RevenueClass, part.Quantity, new UnitPrice(part.Unit.Amount, package.Currency), tax.Category, tax.RateOn(day), steps)
            {
                FunctionId = planned.FunctionId, Key = planned.Key, PackageId = package.Id, PerPerson = true, AtLeast = package.MinimumDelegates, CostUnits = (part.Component.NetCost * part.Quantity).MinorUnits,
            }.Serviced(basis.Services);
        }
    }
}
