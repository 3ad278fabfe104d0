using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Forecasts;

/// <summary>How far an inquiry came; or that it did not become definite, or may yet.</summary>
public enum InquiryStep
{
    Inquiry,
    Quoted,
    Tentative,
    Definite,
    Lost,
    Open,
}

/// <summary>How far one inquiry came, and when; a step that was skipped counts as passed on the day of the next one.</summary>
/// <param name="FirstOn">The first day of the event.</param>
/// <param name="Value">Net, before service and tax, of the contract or the newest version.</param>
/// <param name="LostOn">It was lost or turned down; none while it was not. What is cancelled was won before.</param>
public sealed record InquiryPath(LocalDate InquiredOn, LocalDate? QuotedOn, LocalDate? TentativeOn, LocalDate? DefiniteOn, LocalDate? FirstOn, Money Value, LocalDate? LostOn = null)
{
    /// <summary>Each inquiry is definite, lost or open, and only one of these.</summary>
    public bool Came(InquiryStep step) => step switch
    {
        InquiryStep.Inquiry => true,
        InquiryStep.Quoted => (QuotedOn ?? TentativeOn ?? DefiniteOn) is not null,
        InquiryStep.Tentative => (TentativeOn ?? DefiniteOn) is not null,
        InquiryStep.Definite => DefiniteOn is not null,
        InquiryStep.Lost => DefiniteOn is null && LostOn is not null,
        _ => DefiniteOn is null && LostOn is null,
    };

    /// <summary>From the inquiry until it was definite or lost; none while it is open.</summary>
    public int? DaysToDecision => (DefiniteOn ?? LostOn) is { } on ? Days(InquiredOn, on) : null;

    /// <summary>From the inquiry until the first day; none without one.</summary>
    public int? DaysAhead => FirstOn is { } first ? Days(InquiredOn, first) : null;

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
/// <param name="Lost">Not definite, and lost or turned down.</param>
/// <param name="Open">Neither definite nor lost.</param>
public sealed record Funnel(FunnelStep Inquiry, FunnelStep Quoted, FunnelStep Tentative, FunnelStep Definite, FunnelStep Lost, FunnelStep Open)
{
    public IReadOnlyList<FunnelStep> Steps => [Inquiry, Quoted, Tentative, Definite];

    /// <summary>The steps, then what was lost and what is open.</summary>
    public IReadOnlyList<(InquiryStep Step, FunnelStep Figure)> All => [(InquiryStep.Inquiry, Inquiry), (InquiryStep.Quoted, Quoted), (InquiryStep.Tentative, Tentative), (InquiryStep.Definite, Definite), (InquiryStep.Lost, Lost), (InquiryStep.Open, Open)];

    /// <summary>The share of the value that became definite, a fraction.</summary>
    public decimal ValueWon => Inquiry.Value.IsZero ? 0 : Definite.Value.Amount / Inquiry.Value.Amount;

    public static Funnel Of(Currency currency, IReadOnlyCollection<InquiryPath> paths)
    {
        var inquiries = Step(InquiryStep.Inquiry, paths.Count);
        var quoted = Step(InquiryStep.Quoted, inquiries.Count);
        var tentative = Step(InquiryStep.Tentative, quoted.Count);
        return new Funnel(inquiries, quoted, tentative, Step(InquiryStep.Definite, tentative.Count), Step(InquiryStep.Lost, paths.Count), Step(InquiryStep.Open, paths.Count));

        FunnelStep Step(InquiryStep step, int before)
        {
            var those = paths.Where(path => path.Came(step)).ToList();
            return new FunnelStep(those.Count, those.Sum(currency, path => path.Value), Share(those.Count, paths.Count), Share(those.Count, before));
        }
    }

    private static decimal Share(int part, int whole) => whole == 0 ? 0 : (decimal)part / whole;
}
