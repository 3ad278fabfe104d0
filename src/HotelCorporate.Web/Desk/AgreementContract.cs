using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Documents;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>An agreement with all that its contract names.</summary>
internal sealed record ContractFile(Agreement Agreement, Account Account, IReadOnlyList<Property> Hotels, IReadOnlyList<RoomType> RoomTypes, IReadOnlyList<Package> Packages, LocalDate Today);

/// <summary>Says an agreement's terms in words for its contract. Pure: the same agreement gives the same contract.</summary>
internal static class AgreementContract
{
    public static ContractSheet Write(ContractFile file, HotelSheet hotel)
    {
        var (agreement, account) = (file.Agreement, file.Account);
        var words = Words.In(account.Language);
        var zone = file.Hotels[0].Zone;
        var number = $"{(agreement.Terms.RateCode.Length > 0 ? agreement.Terms.RateCode : "RA")}-{agreement.Id}-{agreement.Revision}";
        return new ContractSheet(
            hotel, new ClientSheet(account.LegalName, account.VatNumber, "", account.Street, account.PostalCode, account.City, account.Country), words.Language, agreement.Name, number,
            agreement.AcceptedAt?.InZone(zone).Date ?? file.Today, ContractTemplate.Write(words.Language, Facts(file, words), Tables(file, words)));
    }

    private static Dictionary<string, object> Facts(ContractFile file, Words words)
    {
        var (agreement, terms, first) = (file.Agreement, file.Agreement.Terms, file.Hotels[0]);
        return new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["hotel"] = first.LegalName, ["hotelAddress"] = $"{first.Street}, {first.City}", ["company"] = file.Account.LegalName,
            ["companyAddress"] = string.Join(", ", new[] { file.Account.Street, file.Account.City, file.Account.Country }.Where(part => part.Length > 0)),
            ["name"] = agreement.Name, ["version"] = $"{agreement.Revision}", ["from"] = words.Day(terms.ValidFrom), ["to"] = words.Day(terms.ValidTo),
            ["hotels"] = string.Join(", ", file.Hotels.Select(hotel => hotel.Name)), ["code"] = terms.RateCode, ["currency"] = terms.CurrencyCode,
            ["tax"] = words[terms.TaxMode == TaxMode.Inclusive ? "tax included" : "before tax"],
            ["weekdays"] = terms.Weekdays.Count == 0 ? words["on all nights of the week"] : words.Say("on the nights of {0}", string.Join(", ", terms.Weekdays.Select(day => words[day.ToString()]))),
            ["stay"] = terms.MaximumStay is { } most ? words.Say("{0} to {1} nights", terms.MinimumStay, most) : terms.MinimumStay > 1 ? words.Say("{0} nights or more", terms.MinimumStay) : words["any length"],
            ["lowerOfBar"] = terms.LowerOfBar, ["lastRoom"] = terms.LastRoomAvailability,
            ["hasTiers"] = terms.Tiers.Count > 0, ["hasBlackouts"] = terms.Blackouts.Count > 0, ["hasInclusions"] = terms.Inclusions.Count > 0,
            ["hasEvents"] = terms.Packages.Count > 0 || terms.HireOff > 0 || terms.FoodAndBeverageOff > 0,
            ["tierText"] = TierText(terms, words), ["hireOff"] = Percent(terms.HireOff), ["foodOff"] = Percent(terms.FoodAndBeverageOff), ["commission"] = Percent(terms.Commission), ["attrition"] = Percent(terms.AttritionAllowance),
            ["nights"] = terms.CommittedNights > 0 ? words.Number(terms.CommittedNights) : "", ["revenue"] = terms.CommittedRevenue > 0 ? words.Full(Money.Of(terms.CommittedRevenue, terms.Currency)) : "",
            ["paymentDays"] = $"{terms.PaymentDays}", ["deposits"] = terms.Deposits.Length > 0 ? terms.Deposits : first.Deposits, ["cancellation"] = Cancellation(terms, first, words),
            ["referral"] = terms.Referral, ["acceptedBy"] = agreement.AcceptedBy ?? "", ["acceptedOn"] = agreement.AcceptedAt is { } at ? words.Day(at.InZone(first.Zone).Date) : "", ["seal"] = agreement.SeenHash,
        };

        string Percent(decimal fraction) => fraction > 0 ? words.Percent(fraction) : "";
    }

    private static Dictionary<string, ContractTable> Tables(ContractFile file, Words words)
    {
        var terms = file.Agreement.Terms;
        string Amount(decimal amount) => words.Amount(Money.Of(amount, terms.Currency));
        string Type(int id) => file.RoomTypes.FirstOrDefault(type => type.Id == id) is { } type ? file.Hotels.Count > 1 ? $"{type.Name}, {file.Hotels.FirstOrDefault(hotel => hotel.Id == type.PropertyId)?.Name}" : type.Name : "";
        string Price(AgreedRate rate)
        {
            var price = rate.Amount is { } amount ? Amount(amount) : words.Say("{0} off BAR", words.Percent(rate.OffBar!.Value));
            return rate.Ceiling is { } ceiling ? words.Say("{0}, at most {1}", price, Amount(ceiling)) : price;
        }

        var own = Enumerable.Range(0, terms.Tiers.Count).Where(tier => terms.Rates.Any(rate => rate.TierAmounts?.ElementAtOrDefault(tier) is not null)).ToList();
        return new Dictionary<string, ContractTable>(StringComparer.Ordinal)
        {
            ["seasons"] = new([(words["Season"], false), (words["First night"], false), (words["Last night"], false)], [.. terms.Seasons.Select(season => new[] { words[season.Name], words.Day(season.From), words.Day(season.To) })]),
            ["rates"] = new(
                [(words["Room type"], false), (words["For"], false), (words["Season"], false), (words["Rate"], true), .. own.Select(tier => (words.Say("from {0} nights", terms.Tiers[tier].MinimumNights), true))],
                [.. terms.Rates.Select(rate => (string[])[Type(rate.RoomTypeId), words[rate.Occupancy.ToString()], words[rate.Season], Price(rate), .. own.Select(tier => rate.TierAmounts?.ElementAtOrDefault(tier) is { } column ? Amount(column) : "")])]),
            ["tiers"] = new([(words["From room nights"], true), (words["Off the rate"], true)], [.. terms.Tiers.Select(tier => new[] { words.Number(tier.MinimumNights), tier.Off > 0 ? words.Percent(tier.Off) : words["as in the table of rates"] })]),
            ["blackouts"] = new([(words["Occasion"], false), (words["First night"], false), (words["Last night"], false), (words["Rate"], true)],
                [.. terms.Blackouts.Select(blackout => new[] { words[blackout.Name], words.Day(blackout.From), words.Day(blackout.To), blackout.Rate is { } rate ? Amount(rate) : "BAR" })]),
            ["inclusions"] = new([(words["What"], false), (words["Fee per room and night"], true)], [.. terms.Inclusions.Select(inclusion => new[] { inclusion.Name, inclusion.Fee is { } fee ? Amount(fee) : words["included"] })]),
            ["packages"] = new([(words["Package, per delegate"], false), (words["Agreed"], true)],
                [.. terms.Packages.Select(package => new[] { file.Packages.FirstOrDefault(found => found.Id == package.PackageId)?.Name ?? "", package.Price is { } price ? Amount(price) : words.Say("{0} off", words.Percent(package.Off)) })]),
            ["months"] = new([(words["Month"], false), (words["Room nights"], true)], [.. terms.CommittedByMonth.Select(month => new[] { $"{month.Month:00}/{month.Year}", words.Number(month.Nights) })]),
        };
    }

    private static string TierText(AgreementTerms terms, Words words)
    {
        var basis = words[terms.TierBasis switch
        {
            TierBasis.Promised => "Room nights that the company commits count.",
            TierBasis.YearToDate => "Room nights stayed in the calendar year up to the day of pricing count.",
            _ => "Room nights stayed in the twelve months up to the day of pricing count.",
        }];
        return $"{basis} {words[terms.TierEffect == TierEffect.FromNowOn ? "A tier that is reached lowers the rates from then on." : "A tier that is reached is paid back as a rebate for the period; the rates do not change."]}";
    }

    private static string Cancellation(AgreementTerms terms, Property hotel, Words words)
    {
        var ladder = Domain.Bookings.CancellationLadder.Parse(terms.Cancellation.Length > 0 ? terms.Cancellation : hotel.Cancellation);
        return string.Join("; ", ladder.Bands.Select(band => words.Say("{0} to {1} days before: {2}", band.FromDays, band.ToDays, words.Percent(band.Rate))));
    }
}
