using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Forecasts;

/// <summary>How far one inquiry came, and when; a step that was skipped counts as passed on the day of the next one.</summary>
/// <param name="FirstOn">The first day of the event.</param>
/// <param name="Value">Net, before service and tax, of the contract or the newest version.</param>
public sealed record InquiryPath(LocalDate InquiredOn, LocalDate? QuotedOn, LocalDate? TentativeOn, LocalDate? DefiniteOn, LocalDate? FirstOn, Money Value)
{
    /// <summary>From the inquiry until it was definite; none while it is not.</summary>
    public int? DaysToDefinite => DefiniteOn is { } on ? Days(InquiredOn, on) : null;

    /// <summary>From definite until the first day; none while it is not definite or has no day. What was signed when it had begun: 0.</summary>
    public int? DaysToEvent => DefiniteOn is { } on && FirstOn is { } first ? Days(on, first) : null;

    private static int Days(LocalDate from, LocalDate until) => Math.Max(0, Period.DaysBetween(from, until));
}

/// <summary>How many came so far, and what they are worth.</summary>
/// <param name="OfInquiries">The share of all inquiries, a fraction; 0 without any.</param>
/// <param name="OfStepBefore">The share of those that came to the step before.</param>
public sealed record FunnelStep(int Count, Money Value, decimal OfInquiries, decimal OfStepBefore);

/// <summary>From inquiry to quoted to tentative to definite. What was lost or cancelled later keeps the steps that it came to.</summary>
public sealed record Funnel(FunnelStep Inquiry, FunnelStep Quoted, FunnelStep Tentative, FunnelStep Definite)
{
    public IReadOnlyList<FunnelStep> Steps => [Inquiry, Quoted, Tentative, Definite];

    /// <summary>The share of the value that became definite, a fraction.</summary>
    public decimal ValueWon => Inquiry.Value.IsZero ? 0 : Definite.Value.Amount / Inquiry.Value.Amount;

    public static Funnel Of(Currency currency, IReadOnlyCollection<InquiryPath> paths)
    {
        var inquiries = Step(_ => true, paths.Count);
        var quoted = Step(path => (path.QuotedOn ?? path.TentativeOn ?? path.DefiniteOn) is not null, inquiries.Count);
        var tentative = Step(path => (path.TentativeOn ?? path.DefiniteOn) is not null, quoted.Count);
        return new Funnel(inquiries, quoted, tentative, Step(path => path.DefiniteOn is not null, tentative.Count));

        FunnelStep Step(Func<InquiryPath, bool> reached, int before)
        {
            var those = paths.Where(reached).ToList();
            return new FunnelStep(those.Count, those.Sum(currency, path => path.Value), Share(those.Count, paths.Count), Share(those.Count, before));
        }
    }

    private static decimal Share(int part, int whole) => whole == 0 ? 0 : (decimal)part / whole;
}
