using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using NodaTime;

namespace HotelCorporate.Web.Features.Agreements;

/// <summary>What is typed of an agreement. One season over the whole term; percentages as people say them.</summary>
public sealed class AgreementForm
{
    private const string WholeTerm = "All year";

    public int AccountId { get; set; }

    public string? Name { get; set; }

    public string? RateCode { get; set; }

    public LocalDate? ValidFrom { get; set; }

    public LocalDate? ValidTo { get; set; }

    public bool LastRoomAvailability { get; set; }

    public bool LowerOfBar { get; set; }

    public int? CommittedNights { get; set; }

    public int? PaymentDays { get; set; }

    public decimal? HireOff { get; set; }

    public decimal? AttritionAllowance { get; set; }

    public string? Cancellation { get; set; }

    public string? Deposits { get; set; }

    public string? BlackoutName { get; set; }

    public LocalDate? BlackoutFrom { get; set; }

    public LocalDate? BlackoutTo { get; set; }

    public int Version { get; set; }

    public IList<RateRow> Rates { get; set; } = [];

    public IList<PackageRow> Packages { get; set; } = [];

    public sealed class RateRow
    {
        public int RoomTypeId { get; set; }

        public Occupancy Occupancy { get; set; }

        /// <summary>A fixed amount.</summary>
        public decimal? Amount { get; set; }

        /// <summary>Percent off BAR.</summary>
        public decimal? OffBar { get; set; }

        public decimal? Ceiling { get; set; }
    }

    public sealed class PackageRow
    {
        public int PackageId { get; set; }

        /// <summary>Per delegate.</summary>
        public decimal? Price { get; set; }
    }

    public static AgreementForm Of(Agreement? agreement, IEnumerable<RoomType> types, IEnumerable<Package> packages)
    {
        var terms = agreement?.Terms;
        var blackout = terms is { Blackouts: [var first, ..] } ? first : null;
        return new AgreementForm
        {
            AccountId = agreement?.AccountId ?? 0, Name = agreement?.Name, RateCode = terms?.RateCode, ValidFrom = terms?.ValidFrom, ValidTo = terms?.ValidTo, Version = agreement?.Version ?? 0,
            LastRoomAvailability = terms?.LastRoomAvailability ?? true, LowerOfBar = terms?.LowerOfBar ?? true, CommittedNights = terms?.CommittedNights, PaymentDays = terms?.PaymentDays ?? 30,
            HireOff = terms?.HireOff * 100, AttritionAllowance = terms?.AttritionAllowance * 100, Cancellation = terms?.Cancellation, Deposits = terms?.Deposits,
            BlackoutName = blackout?.Name, BlackoutFrom = blackout?.From, BlackoutTo = blackout?.To,
            Rates = [.. types.SelectMany(type => new[] { Occupancy.Single, Occupancy.Double }.Select(occupancy => (type, occupancy))).Select(cell =>
            {
                var rate = terms?.Rates.FirstOrDefault(rate => rate.RoomTypeId == cell.type.Id && rate.Occupancy == cell.occupancy);
                return new RateRow { RoomTypeId = cell.type.Id, Occupancy = cell.occupancy, Amount = rate?.Amount, OffBar = rate?.OffBar * 100, Ceiling = rate?.Ceiling };
            })],
            Packages = [.. packages.Select(package => new PackageRow { PackageId = package.Id, Price = terms?.Packages.FirstOrDefault(agreed => agreed.PackageId == package.Id)?.Price })],
        };
    }

    /// <param name="stands">The terms that are changed: they keep their hotels.</param>
    /// <exception cref="HouseRuleException">Something is missing.</exception>
    public AgreementTerms ToTerms(Property property, AgreementTerms? stands = null)
    {
        if (ValidFrom is not { } from || ValidTo is not { } to) throw new HouseRuleException("Type the first and the last night of the agreement.");
        var rates = Rates.Where(row => row.Amount is not null || row.OffBar is not null)
            .Select(row => new AgreedRate(WholeTerm, row.RoomTypeId, row.Occupancy, row.Amount, row.OffBar / 100, row.Ceiling)).ToList();
        if (BlackoutFrom is null != BlackoutTo is null) throw new HouseRuleException("A blackout has a first and a last night.");
        return new AgreementTerms
        {
            PropertyIds = stands?.PropertyIds ?? [property.Id], ValidFrom = from, ValidTo = to, RateCode = RateCode?.Trim() ?? "", CurrencyCode = property.CurrencyCode,
            Seasons = [new Season(WholeTerm, from, to)], Rates = rates, LastRoomAvailability = LastRoomAvailability, LowerOfBar = LowerOfBar,
            CommittedNights = CommittedNights ?? 0, PaymentDays = PaymentDays ?? 30, HireOff = (HireOff ?? 0) / 100, AttritionAllowance = (AttritionAllowance ?? 0) / 100,
            Cancellation = Cancellation?.Trim() ?? "", Deposits = Deposits?.Trim() ?? "",
            Blackouts = BlackoutFrom is { } first && BlackoutTo is { } last ? [new Blackout(string.IsNullOrWhiteSpace(BlackoutName) ? "Blackout" : BlackoutName.Trim(), first, last)] : [],
            Packages = [.. Packages.Where(row => row.Price is not null).Select(row => new AgreedPackage(row.PackageId, row.Price))],
        };
    }
}
