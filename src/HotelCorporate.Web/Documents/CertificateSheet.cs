using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Web.Documents;

/// <summary>The evidence that an offer was accepted: who, when, from where, and what was seen.</summary>
/// <param name="At">On the hotel's wall.</param>
/// <param name="Hash">SHA-256 of all that was seen of the alternative that was taken.</param>
/// <param name="Others">The alternatives that stood beside it, with their sums and hashes.</param>
public sealed record CertificateSheet(
    QuoteSheet Offer, string By, LocalDate On, LocalDateTime At, Instant Moment, string PurchaseOrder, string Hash, string Address, IReadOnlyList<(string Title, Money Gross, string Hash)> Others);
