using HotelCorporate.Domain;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using NodaTime;

namespace HotelCorporate.Web.Features.Packages;

/// <summary>A package as it is being negotiated: for how many, on which day, with what changed, for which company. It is asked by GET: its address is what was worked out.</summary>
public sealed class WorkbenchForm : PackageRow
{
    private const int UsualParty = 20;
    private const int LeastRows = 2;
    private static readonly LocalTime Begins = new(9, 0);
    private static readonly LocalTime Ends = new(17, 0);

    public LocalDate? Date { get; set; }

    public int? People { get; set; }

    [Company]
    public int? CompanyId { get; set; }

    /// <summary>The booking's function whose offer takes it.</summary>
    public int? FunctionId { get; set; }

    /// <summary>Where nothing was asked: the next working day on which it is sold, and a usual party.</summary>
    public void Begin(Package package, LocalDate today, IQueryCollection asked)
    {
        PackageId = package.Id;
        if (!asked.ContainsKey(nameof(Date))) Date = package.NextSoldOn(today.PlusDays(1)) ?? today;
        if (!asked.ContainsKey(nameof(People))) People = Math.Clamp(UsualParty, package.MinimumDelegates, package.MaximumDelegates);
    }

    /// <summary>What is asked for; null where day or party are wrong, which is told.</summary>
    public QuoteRequest? ToRequest(Package package, QuoteGround ground, Action<string, Sentence> refuse)
    {
        var (wrongDay, wrongParty) = (Date is { } typed ? package.WhyNotOn(typed) : "Type the day.", WhyNotFor(package));
        if (wrongDay is not null) refuse(nameof(Date), wrongDay);
        if (wrongParty is not null) refuse(nameof(People), wrongParty);
        var (day, isWrong) = (Date ?? ground.Today, wrongDay is not null || wrongParty is not null);
        var planned = new PlannedFunction(1, null, package.Name, null, SetupStyle.Theatre, day + Begins, day + Ends, People ?? 1);
        var asked = Asked(new FunctionAsked(planned), "", refuse); // what else is wrong is told as well
        return isWrong ? null : new QuoteRequest { ValidUntil = LocalDate.Max(ground.Today, day), Functions = [asked] };
    }

    private Sentence? WhyNotFor(Package package)
    {
        if (People is not { } people) return $"Say how many people are expected: 1 to {package.MaximumDelegates}.";
        if (people >= package.MinimumDelegates || package.BelowMinimum == BelowMinimum.ChargeMinimum) return package.WhyNotFor(people);
        return $"{package.Name} is for {package.MinimumDelegates} delegates at least: a smaller party hires the room instead.";
    }

    /// <summary>The field here of a field of the request. A refusal of the package as a whole, as of a price below its protected components, stands beside what was typed of the price.</summary>
    public string FieldOf(string asked) => asked[(asked.LastIndexOf('.') + 1)..] switch
    {
        nameof(PackageId) => Price is null && Discount is not null ? nameof(Discount) : nameof(Price),
        var field => field,
    };

    /// <summary>With empty rows for more.</summary>
    public WorkbenchForm WithRows()
    {
        while (Added.Count < LeastRows || !Added[^1].IsEmpty) Added.Add(new());
        return this;
    }
}
