using System.Text.Json;

namespace HotelCorporate.Domain.Amounts;

/// <summary>A service charge as one priced line carries it: a copy, whatever becomes of the charge in the settings.</summary>
/// <param name="Rate">A fraction: 0.24 is 24 %.</param>
/// <param name="IsTaxable">Whether tax is due on it too.</param>
public sealed record ServiceShare(string Name, decimal Rate, bool IsTaxable)
{
    /// <summary>The form in which a line keeps them; empty for none.</summary>
    public static string Write(IReadOnlyList<ServiceShare> shares) => shares.Count == 0 ? "" : JsonSerializer.Serialize(shares);

    public static IReadOnlyList<ServiceShare> Read(string text) => text.Length == 0 ? [] : JsonSerializer.Deserialize<List<ServiceShare>>(text) ?? [];
}
