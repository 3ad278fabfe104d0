using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace HotelCorporate.Domain.Agreements;

public sealed partial class Agreement
{
    /// <summary>The client asks for something else: the next round. What was offered until now is kept with it.</summary>
    /// <exception cref="HouseRuleException">Nobody says what is asked, or it is not on offer.</exception>
    public AgreementRound Negotiate(string asked, IEnumerable<MetObjection> objections, int? byId, Instant now)
    {
        var round = new AgreementRound(Round + 1, asked, [.. objections], Terms, byId, now);
        MoveTo(AgreementStatus.Negotiating);
        Round++;
        _rounds.Add(round);
        return round;
    }

    /// <summary>What the house answers to the last round, in words.</summary>
    public void Answer(string? offered)
    {
        if (_rounds is [.., var last]) last.Answer(offered ?? "");
    }

    /// <summary>A new version with the same terms, to be changed and offered; this one stays in force until that is accepted.</summary>
    public Agreement Amend()
    {
        if (Status != AgreementStatus.Accepted) throw new HouseRuleException("Only an accepted agreement is amended; this one can still be changed itself.");
        return new Agreement { AccountId = AccountId, Name = Name, Terms = Terms, Revision = Revision + 1, ReplacesId = Id };
    }

    /// <summary>A draft for the time after this one, with the same terms a whole term later.</summary>
    public Agreement Renew()
    {
        if (Status != AgreementStatus.Accepted) throw new HouseRuleException("Only an accepted agreement is renewed.");
        if (IsReplaced) throw new HouseRuleException("A newer version was accepted. Renew that one.");
        var next = Terms.Renewed();
        return new Agreement { AccountId = AccountId, Name = RenewedName(next), Terms = next, ReplacesId = Id };
    }

    /// <summary>Its end is near, and its seller is told.</summary>
    public void ProposeRenewal(LocalDate today)
    {
        RenewalProposedOn = today;
        Version++;
    }

    public void ReplacedBy(Agreement next)
    {
        if (next.ReplacesId != Id || next.Status != AgreementStatus.Accepted) throw new HouseRuleException("Only an accepted amendment takes an agreement's place.");
        IsReplaced = true;
        Version++;
    }

    /// <summary>SHA-256 of all that the client reads: the same terms always have the same seal.</summary>
    public string Seal() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{AccountId}\n{Name}\n{Revision}\n{Terms.Canonical()}"))));

    /// <summary>"Alba Bank 2026/27" becomes "Alba Bank 2027/28"; a name without its years keeps its words.</summary>
    private string RenewedName(AgreementTerms next)
    {
        return Name.Replace(Years(Terms), Years(next), StringComparison.Ordinal);

        static string Years(AgreementTerms terms) => string.Create(CultureInfo.InvariantCulture, $"{terms.ValidFrom.Year}/{terms.ValidTo.Year % 100:00}");
    }
}
