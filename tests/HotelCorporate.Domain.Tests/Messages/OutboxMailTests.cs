using HotelCorporate.Domain.Messages;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Messages;

/// <summary>What is known of a letter is not forgotten by what happens next.</summary>
public sealed class OutboxMailTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 8, 0);
    private readonly OutboxMail _mail = new(MailKind.OptionHeld, 1, null, "en", "Reader", "reader@client.example", "{}", "1@hotel.example", Start);

    [Fact]
    public void What_a_dead_sender_had_in_hand_may_go_twice_even_when_the_server_is_away_meanwhile()
    {
        _mail.Lease(Start);
        _mail.HandOver(Start);
        Assert.False(_mail.MayHaveGoneTwice);

        _mail.Lease(Start + Duration.FromMinutes(12));
        _mail.CouldNotBeTried(Start + Duration.FromMinutes(13), "away");
        _mail.Lease(Start + Duration.FromMinutes(13));
        _mail.HandOver(Start + Duration.FromMinutes(20));
        _mail.WasSent(Start + Duration.FromMinutes(13), "250");
        Assert.True(_mail.MayHaveGoneTwice);
    }

    [Fact]
    public void What_a_sender_had_only_in_line_goes_once()
    {
        _mail.Lease(Start);
        _mail.Lease(Start + Duration.FromMinutes(2));
        _mail.HandOver(Start + Duration.FromMinutes(20));
        _mail.WasSent(Start + Duration.FromMinutes(2), "250");
        Assert.False(_mail.MayHaveGoneTwice);
    }

    [Fact]
    public void One_that_was_cut_off_is_flagged_at_once_and_backed_off_until_it_is_given_up()
    {
        var now = Start;
        List<double> waits = [];
        do
        {
            _mail.Lease(now);
            _mail.HandOver(now);
            _mail.WasCutOff(now, "silence");
            Assert.True(_mail.MayHaveGoneTwice);
            waits.Add((_mail.NextTryAt - now).TotalMinutes);
            now = _mail.NextTryAt;
        }
        while (_mail.Status == MailStatus.Waiting);

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 120, 120], waits.Take(9));
        Assert.InRange(now - Start, OutboxMail.GivenUpAfter, OutboxMail.GivenUpAfter + Duration.FromHours(4));
    }

    [Fact]
    public void It_is_due_from_when_it_should_go_and_a_server_that_is_away_makes_it_no_younger()
    {
        _mail.CouldNotBeTried(Start + Duration.FromMinutes(1), "away");
        Assert.Equal(Start, _mail.DueAt);
        _mail.WasPutOff(Start + Duration.FromMinutes(5), "451");
        Assert.Equal(Start + Duration.FromMinutes(6), _mail.DueAt);
        _mail.WasRefused(Start + Duration.FromMinutes(6), "550");
        _mail.TryAgain(Start + Duration.FromDays(3));
        Assert.Equal((Start + Duration.FromDays(3), 0), (_mail.DueAt, _mail.Tries));
    }
}
