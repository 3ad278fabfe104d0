using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Stays;

/// <summary>A stay that the hotel's own system reported: what a company really brought.</summary>
public sealed class Stay
{
    /// <summary>Letters of a key.</summary>
    public const int KeyLength = 32;

    private Stay() => (Key, Company, RoomType, RateCode, Agent, AgentKey) = ("", "", "", "", "", "");

    /// <param name="key">Says which stay it is, so that the same file twice brings it once.</param>
    /// <exception cref="HouseRuleException">A fact cannot stand.</exception>
    public Stay(int propertyId, int? accountId, string key, StayFacts facts, Currency currency) : this()
    {
        (PropertyId, AccountId, Key) = (propertyId, accountId, key);
        Set(facts, currency);
    }

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    /// <summary>Whose stay it is; none: nobody's, or of a company that is not known here yet.</summary>
    public int? AccountId { get; private set; }

    public string Key { get; private set; }

    public int? ImportId { get; init; }

    /// <summary>As the hotel's own system writes it.</summary>
    public string Company { get; private set; }

    public LocalDate Arrival { get; private set; }

    public int Nights { get; private set; }

    /// <summary>The morning on which it ends.</summary>
    public LocalDate Departure { get; private set; }

    public int Rooms { get; private set; }

    /// <summary>For one room and night.</summary>
    public Money Rate { get; private set; }

    public string RoomType { get; private set; }

    public int? Guests { get; private set; }

    public LocalDate? BookedOn { get; private set; }

    /// <summary>In capital letters.</summary>
    public string RateCode { get; private set; }

    /// <summary>Who booked it for the company, as the hotel's own system writes it.</summary>
    public string Agent { get; private set; }

    /// <summary>The core of the agent's name: by it the agency is found that brought the stay.</summary>
    public string AgentKey { get; private set; }

    /// <returns>Whether anything is otherwise than it was.</returns>
    /// <exception cref="HouseRuleException">A fact cannot stand.</exception>
    public bool Set(StayFacts facts, Currency currency)
    {
        facts.Checked();
        var (was, rate) = (Facts, Money.Of(facts.Rate, currency));
        (Company, Arrival, Nights, Departure, Rooms, Rate) = (facts.Company, facts.Arrival, facts.Nights, facts.Arrival.PlusDays(facts.Nights), facts.Rooms, rate);
        (RoomType, Guests, BookedOn, RateCode, Agent, AgentKey) = (facts.RoomType, facts.Guests, facts.BookedOn, facts.RateCode.ToUpperInvariant(), facts.Agent, FoldedName.Core(facts.Agent));
        return was != Facts;
    }

    /// <summary>It turned out whose stay it is.</summary>
    public void BelongsTo(int? accountId) => AccountId = accountId;

    private StayFacts Facts => new(Company, Arrival, Nights, Rooms, Rate == default ? 0 : Rate.Amount, RoomType, Guests, BookedOn, RateCode, Agent);
}
