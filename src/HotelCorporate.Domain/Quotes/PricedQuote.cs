using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;

namespace HotelCorporate.Domain.Quotes;

/// <summary>What a request comes to: its lines, what of them is over the seller's limits, and what could not be priced.</summary>
/// <param name="ToApprove">Whole sentences; empty when the seller may send it.</param>
/// <param name="Discount">The largest that is over a limit, as a fraction.</param>
/// <param name="Refusals">What could not be priced, each with its field in the request.</param>
/// <param name="Packages">The price of each function's package, by the function's key.</param>
public sealed record PricedQuote(
    IReadOnlyList<QuoteLine> Lines, IReadOnlyList<Sentence> ToApprove, decimal Discount, bool IsUnderFloor, IReadOnlyList<(string Field, Sentence Why)> Refusals, IReadOnlyDictionary<int, PackagePrice> Packages);
