using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Quotes;
using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <summary>What taking less of one function costs on a day: free up to the tolerance, beyond it units x price x the band's rate (domain section 8).</summary>
/// <param name="Contracted">People in the contract.</param>
/// <param name="Free">People fewer that cost nothing.</param>
/// <param name="Beyond">People fewer that are charged.</param>
/// <param name="UnitPrice">Net per person, before service and tax.</param>
/// <param name="Flat">Net of what does not follow the number of people; counts when the function does not take place at all.</param>
/// <param name="Rate">The band's, as a fraction.</param>
public sealed record ReductionCost(int Contracted, int Free, int Beyond, Money UnitPrice, Money Flat, decimal Rate, Money Fee)
{
    /// <summary>Of fewer people; of 0 people, that the function does not take place.</summary>
    public static ReductionCost Of(Quote contract, int functionId, int people, decimal tolerance, LocalDate notice, LocalDate firstDay)
    {
        var lines = contract.Lines.Where(line => line.FunctionId == functionId).ToList();
        var net = contract.NetOfLines();
        var perPerson = lines.Where(line => line.PerPerson).ToList();
        var contracted = (int)perPerson.Select(line => line.Quantity).DefaultIfEmpty(0).Max();
        var zero = Money.Zero(contract.Currency);
        // Each person pays its share of what follows their number.
        var unit = contracted == 0 ? zero : Money.Of(perPerson.Sum(contract.Currency, line => net[line]).Amount / contracted, contract.Currency);
        var flat = people == 0 ? lines.Where(line => !line.PerPerson).Sum(contract.Currency, line => net[line]) : zero;
        var free = (int)decimal.Floor(contracted * tolerance);
        var beyond = Math.Max(0, contracted - people - free);
        var rate = contract.CancellationLadder.RateOn(notice, firstDay);
        return new(contracted, free, beyond, unit, flat, rate, contract.CancellationLadder.ReductionFeeOn(notice, firstDay, contracted, people, unit, tolerance) + flat * rate);
    }

    /// <summary>The sum, opened up.</summary>
    public Sentence Basis
    {
        get
        {
            if (Fee.IsZero && Rate == 0) return $"free on that day";
            if (Flat.IsZero) return $"{Contracted} contracted, {Free} fewer are free; {Beyond} x {UnitPrice} x {Sentence.Percent(Rate)}";
            return $"{Contracted} contracted, {Free} fewer are free; ({Beyond} x {UnitPrice} + {Flat}) x {Sentence.Percent(Rate)}";
        }
    }
}
