using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Leads;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Leads;

public sealed class LeadTests
{
    private static readonly WorkingHours Office = new(new(9, 0), new(17, 0), DateTimeZone.Utc);
    private static readonly Instant FridayAt15 = Instant.FromUtc(2026, 11, 27, 15, 0);

    [Fact]
    public void The_first_answer_is_owed_in_four_working_hours_over_the_weekend_too()
    {
        var lead = Asked();
        Assert.Equal(Instant.FromUtc(2026, 11, 30, 11, 0), lead.AnswerDueAt);
        Assert.False(lead.IsLate(Instant.FromUtc(2026, 11, 30, 10, 59)));
        Assert.True(lead.IsLate(lead.AnswerDueAt));
        lead.Answer(Instant.FromUtc(2026, 11, 30, 9, 30));
        Assert.Equal((LeadStage.Contacted, true), (lead.Stage, lead.KeptTheClock));
        lead.Answer(Instant.FromUtc(2026, 12, 5, 9, 30)); // a later one changes nothing
        Assert.True(lead.KeptTheClock);
    }

    [Fact]
    public void It_is_lost_with_a_reason_and_moves_no_more()
    {
        var lead = Asked();
        Assert.Throws<HouseRuleException>(() => lead.MoveTo(LeadStage.Lost, " ", FridayAt15));
        lead.MoveTo(LeadStage.Lost, "Price", FridayAt15);
        Assert.Throws<HouseRuleException>(() => lead.MoveTo(LeadStage.Won, null, FridayAt15));
        Assert.False(lead.IsLate(lead.AnswerDueAt));
    }

    [Fact]
    public void It_says_who_asks_for_what()
    {
        Assert.Throws<HouseRuleException>(() => new Lead(1, new LeadFacts("Gala", null), FridayAt15, FridayAt15));
        Assert.Throws<HouseRuleException>(() => new Lead(1, new LeadFacts(" ", "Alba"), FridayAt15, FridayAt15));
    }

    private static Lead Asked() => new(1, new LeadFacts("Gala dinner in May", "Alba Bank"), FridayAt15, Office.Plus(FridayAt15, 4));
}
