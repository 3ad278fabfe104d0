using HotelCorporate.Domain;
using HotelCorporate.Domain.Quotes;

namespace HotelCorporate.Web.Desk;

/// <summary>What is being worked out comes to, for the seller beside the form: the offer as it would be, what it earns, and what stands against it. Nothing of it is stored.</summary>
/// <param name="MinimumMargin">The hotel's, as a fraction: it says where the floor is.</param>
/// <param name="FunctionNames">By the function's key.</param>
/// <param name="Deciders">Names of those who may approve it; empty when it needs no approval, or nobody may.</param>
public sealed record QuoteResult(Quote Quote, PricedQuote Priced, QuoteWorth Worth, decimal MinimumMargin, IReadOnlyDictionary<int, string> FunctionNames, IReadOnlyList<string> Deciders)
{
    /// <summary>Spaces of an alternative that are taken then.</summary>
    public IReadOnlyList<Sentence> Obstacles { get; init; } = [];
}
