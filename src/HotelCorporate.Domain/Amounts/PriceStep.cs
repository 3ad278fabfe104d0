namespace HotelCorporate.Domain.Amounts;

/// <summary>One step on the way to a price, in words, with the amount that stands after it (none when the step only says why).</summary>
/// <remarks>Kept with whatever used the price, so that the price can be opened later and re-computes to the cent.</remarks>
public sealed record PriceStep(Sentence Text, decimal? Amount = null);
