using CsCheck;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Forecasts;
using HotelCorporate.Domain.Quotes;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Forecasts;

public sealed class ForecastTests
{
    private static readonly ServiceShare[][] Services = [[], [new("Service", 0.1m, IsTaxable: true)], [new("Service", 0.24m, IsTaxable: true), new("Porterage", 0.02m, IsTaxable: false)]];

    private static readonly Gen<SumLine> AnyLine = Gen.Select(Gen.Int[0, 500_000], Gen.Int[0, 2].Select(tenths => tenths / 10m), Gen.Int[0, 2])
        .Select((amount, rate, services) => new SumLine(new Money(amount, Currency.Eur), "S", rate, Services[services]));

    private static readonly Gen<QuoteLine> AnyQuoteLine = Gen.Select(Gen.Int[1, 400], Gen.Int[0, 900_00], Gen.Int[0, 364], Gen.Enum<RevenueClass>(), Gen.Int[1, 2].Select(tenths => tenths / 10m))
        .Select((quantity, cents, day, revenueClass, rate) => new QuoteLine("Meeting", "Line", new LocalDate(2027, 1, 1).PlusDays(day), revenueClass, quantity, new UnitPrice(cents / 100m, Currency.Eur), "S", rate, []));

    private static readonly Gen<(BookingStatus Status, Segment Segment, Quote Quote)> AnyBooking =
        Gen.Select(Gen.Int[0, 5].Select(i => RevenueForecast.Statuses[i]), Gen.Enum<Segment>(), Gen.Enum<TaxMode>(), AnyQuoteLine.List[1, 8]).Select((status, segment, mode, lines) => (status, segment, Priced(mode, lines)));

    [Fact]
    public void Prices_that_hold_the_tax_are_taken_without_service_and_tax()
    {
        SumLine[] lines = [new(new Money(132_00, Currency.Eur), "S", 0.2m, [new("Service", 0.1m, IsTaxable: true)]), new(new Money(120_00, Currency.Eur), "S", 0.2m), new(new Money(110_00, Currency.Eur), "R", 0.1m)];

        Assert.Equal([100_00L, 100_00L, 100_00L], LineNets.Of(TaxMode.Inclusive, Currency.Eur, lines).Select(net => net.MinorUnits));
        Assert.Equal([132_00L, 120_00L, 110_00L], LineNets.Of(TaxMode.Exclusive, Currency.Eur, lines).Select(net => net.MinorUnits));
    }

    [Fact]
    public void Without_service_the_lines_come_to_the_documents_net() =>
        Gen.Select(Gen.Enum<TaxMode>(), AnyLine.Select(line => line with { Services = [] }).List[1, 12]).Sample((mode, lines) =>
            LineNets.Of(mode, Currency.Eur, lines).Sum(Currency.Eur) == DocumentSum.Of(mode, Currency.Eur, lines).Net);

    [Fact]
    public void The_tax_of_a_rate_is_rounded_once() =>
        AnyLine.List[1, 12].Sample(lines =>
        {
            var nets = LineNets.Of(TaxMode.Inclusive, Currency.Eur, lines);
            return lines.Zip(nets).GroupBy(line => line.First.TaxRate).All(group =>
            {
                var bare = group.Sum(line => line.First.Amount.MinorUnits - (line.First.Services ?? []).Sum(share => line.First.ServiceOf(TaxMode.Inclusive, share).MinorUnits));
                return Math.Abs(group.Sum(line => line.Second.MinorUnits) - (bare / (1 + group.Key))) <= 0.5m;
            });
        });

    [Fact]
    public void What_a_version_keeps_is_what_its_lines_come_to() =>
        AnyBooking.Sample(booking =>
        {
            var (quote, lines) = (booking.Quote, booking.Quote.Lines);
            var nets = LineNets.Of(quote.TaxMode, Currency.Eur, [.. lines.Select(line => new SumLine(line.Amount, line.TaxCategory, line.TaxRate, line.Services))]);
            return quote.Nets.Sum(net => net.MinorUnits) == (quote.Sum().Net - quote.Sum().Service).MinorUnits
                && quote.Nets.All(net => net.MinorUnits == lines.Zip(nets).Where(line => line.First.RevenueClass == net.RevenueClass && line.First.On.Month == net.Month.Month).Sum(line => line.Second.MinorUnits))
                && !quote.KeepNets();
        });

    /// <summary>However a year is cut (month, status, segment, revenue class, on the books), the cuts add up to the bookings.</summary>
    [Fact]
    public void The_forecast_is_the_sum_of_the_bookings() =>
        AnyBooking.List[0, 12].Sample(bookings =>
        {
            var forecast = new RevenueForecast(Currency.Eur, [.. bookings.SelectMany(booking => booking.Quote.Nets.Select(net => new ForecastPart(net.Month.Month, booking.Status, booking.Segment, net.RevenueClass, net.MinorUnits)))]);
            long Of(ForecastSlice slice) => forecast.Of(slice).MinorUnits;
            long Bookings(Func<(BookingStatus Status, Segment Segment, Quote Quote), bool> which) => bookings.Where(which).Sum(booking => (booking.Quote.Sum().Net - booking.Quote.Sum().Service).MinorUnits);

            return forecast.Total.MinorUnits == Bookings(_ => true)
                && Enumerable.Range(1, 12).Sum(month => Of(new(Month: month))) == forecast.Total.MinorUnits
                && Enum.GetValues<RevenueClass>().Sum(revenueClass => Of(new(RevenueClass: revenueClass))) == forecast.Total.MinorUnits
                && RevenueForecast.Statuses.All(status => Of(new(Status: status)) == Bookings(booking => booking.Status == status))
                && Enum.GetValues<Segment>().All(segment => Of(new(Segment: segment)) == Bookings(booking => booking.Segment == segment))
                && Of(new(OnTheBooks: true)) == Bookings(booking => RevenueForecast.Booked.Contains(booking.Status))
                && Enumerable.Range(1, 12).All(month => RevenueForecast.Statuses.Sum(status => Of(new(month, status))) == Of(new(month)));
        });

    private static Quote Priced(TaxMode mode, IEnumerable<QuoteLine> lines) => new(1, "Q-1", 1, mode, Currency.Eur, 10, new LocalDate(2027, 12, 31), lines);
}
