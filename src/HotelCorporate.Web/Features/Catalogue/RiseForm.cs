using System.Security.Cryptography;
using System.Text;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using NodaTime;

namespace HotelCorporate.Web.Features.Catalogue;

/// <summary>A price rise as it is typed.</summary>
public sealed class RiseForm
{
    public IList<CatalogueKind> Kinds { get; set; } = [];

    /// <summary>Of the things; none: all.</summary>
    public IList<RevenueClass> Classes { get; set; } = [];

    public IList<PackageKind> Packages { get; set; } = [];

    public bool Hire { get; set; }

    public decimal? Percent { get; set; }

    public LocalDate? From { get; set; }

    public decimal? Rounding { get; set; }

    /// <summary>Of what was looked at.</summary>
    public string? Seen { get; set; }

    public bool Takes(CatalogueItem item) => Kinds.Contains(item.Kind) && (Classes.Count == 0 || Classes.Contains(item.RevenueClass));

    /// <exception cref="HouseRuleException">Nothing is chosen, or the percentage, the day or the rounding is none.</exception>
    public PriceRise Read(LocalDate today)
    {
        if (Kinds.Count == 0 && Packages.Count == 0 && !Hire) throw new HouseRuleException("Choose what gets other prices.") { Field = nameof(Kinds) };
        if (Percent is not { } percent) throw new HouseRuleException("Type by how many percent.") { Field = nameof(Percent) };
        if (From is not { } from) throw new HouseRuleException("Type the first day of the new prices.") { Field = nameof(From) };
        return new PriceRise(percent, from, Rounding ?? 0.01m, today);
    }
}

/// <summary>One thing, space or package whose prices would change.</summary>
public sealed record RiseRow(string Group, string Name, string Link, IReadOnlyList<PriceChange> Changes);

/// <summary>A price rise: the form, and what it would do once somebody has looked.</summary>
/// <param name="Rows">None (null) before.</param>
public sealed record RisePage(RiseForm Form, IReadOnlyList<RiseRow>? Rows, Property Property, LocalDate Today)
{
    /// <summary>Of what is shown: if it would be otherwise by the time it is confirmed, it is shown again.</summary>
    public string Seen { get; } = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', (Rows ?? []).Select(row =>
        $"{row.Link} {string.Join(';', row.Changes.Select(change => $"{change.What.ToText()}={change.Was}>{change.Now}"))}")))));
}
