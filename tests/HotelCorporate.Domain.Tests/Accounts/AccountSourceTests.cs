using HotelCorporate.Domain.Accounts;

namespace HotelCorporate.Domain.Tests.Accounts;

/// <summary>How a company came to the hotel.</summary>
public sealed class AccountSourceTests
{
    [Theory]
    [InlineData(AccountSource.NotSaid)]
    [InlineData(AccountSource.Tender)]
    [InlineData(AccountSource.Agency)]
    public void Only_a_referral_names_the_company_that_sent_it(AccountSource source) =>
        Assert.Throws<HouseRuleException>(() => Account.Open(new AccountFacts("Alba Bank", Source: source, ReferredById: 4)));

    [Fact]
    public void A_referral_may_be_without_a_sender_and_nothing_is_said_unless_somebody_does()
    {
        Assert.Null(Account.Open(new AccountFacts("Alba Bank", Source: AccountSource.Referral)).ReferredById);
        Assert.Equal(4, Account.Open(new AccountFacts("Alba Bank", Source: AccountSource.Referral, ReferredById: 4)).ReferredById);
        Assert.Equal(AccountSource.NotSaid, Account.Open(new AccountFacts("Alba Bank")).Source);
    }
}
