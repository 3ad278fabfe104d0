using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Html;
using HotelCorporate.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.AgreementOffers;

/// <summary>What the client sees behind the signed link of an agreement.</summary>
public sealed record AgreementOfferPage(Agreement Agreement, Property Property, ContractSheet Contract, string Token, LocalDate Today)
{
    public bool IsOpen => Agreement.Status == AgreementStatus.Offered && Today <= Agreement.Terms.ValidTo;
}

/// <summary>The client's own page of a rate agreement: opened by the signed link in the mail, without a password.</summary>
[Route("agreement-offers/{token}")]
public sealed class AgreementOffersController(HotelDb db, AgreementAccepting accepting, SignedLinks links, IClock clock) : ClientController(links, SignedLinks.Agreement)
{
    [HttpGet("")]
    public async Task<IActionResult> Details(string token, CancellationToken cancel) => await PageAsync(token, cancel) is { } page ? View(page) : Gone(token);

    [OncePerForm]
    [HttpPost("accept")]
    public async Task<IActionResult> Accept(string token, string? by, string? seen, CancellationToken cancel)
    {
        if (await PageAsync(token, cancel) is not { } page) return Gone(token);
        var agreement = page.Agreement;
        try
        {
            if (agreement.Status == AgreementStatus.Offered && !page.IsOpen) throw new HouseRuleException("The term of this agreement is over. Ask the hotel for a new one.");
            agreement.Accept(by ?? "", HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", seen ?? "", clock.GetCurrentInstant());
        }
        catch (HouseRuleException refusal)
        {
            return await RefusedAsync(token, agreement.Id, "accept", refusal, cancel);
        }

        await accepting.FollowAsync(agreement, cancel);
        accepting.Tell(agreement, $"{Sentence.Typed(agreement.Name)} was accepted by {Sentence.Typed(agreement.AcceptedBy!)}. Hand the rates over.", page.Property.Id, page.Today);
        db.Note(Actor.Client, clock.GetCurrentInstant(), nameof(Agreement), agreement.Id, "accept", nameof(AgreementStatus.Offered), nameof(AgreementStatus.Accepted), $"seal {agreement.SeenHash[..12]}");
        await db.SaveChangesAsync(cancel);
        return LocalRedirect($"/agreement-offers/{token}"); // the token keeps its letters: no lower-case address
    }

    /// <summary>The client would have it otherwise: whoever sells it is told, and the offer stands.</summary>
    [OncePerForm]
    [HttpPost("ask")]
    public async Task<IActionResult> Ask(string token, string? wish, CancellationToken cancel)
    {
        if (await PageAsync(token, cancel) is not { } page) return Gone(token);
        try
        {
            if (!page.IsOpen) throw new HouseRuleException("This agreement is not on offer any more. Write to the hotel.");
            if (string.IsNullOrWhiteSpace(wish)) throw new HouseRuleException("Tell the hotel what you would have otherwise.") { Field = "wish" };
            if (wish.Trim().Length > 150) throw new HouseRuleException("Say it in 150 characters at most.") { Field = "wish" };
        }
        catch (HouseRuleException refusal)
        {
            return await RefusedAsync(token, page.Agreement.Id, "ask", refusal, cancel);
        }

        accepting.Tell(page.Agreement, $"{Sentence.Typed(page.Agreement.Name)}: the company asks: {Sentence.Typed(wish.Trim())}", page.Property.Id, page.Today);
        db.Note(Actor.Client, clock.GetCurrentInstant(), nameof(Agreement), page.Agreement.Id, "ask", why: Sentence.Typed(wish.Trim()));
        await db.SaveChangesAsync(cancel);
        Say("Your wish is with the hotel. It answers with a new offer.");
        return LocalRedirect($"/agreement-offers/{token}");
    }

    [HttpGet("contract.pdf")]
    public async Task<IActionResult> Pdf(string token, CancellationToken cancel) =>
        await PageAsync(token, cancel) is { } page ? File(Documents.Pdf.ContractPdf.Write(page.Contract), "application/pdf", page.Contract.FileName + ".pdf") : Gone(token);

    [HttpGet("contract.docx")]
    public async Task<IActionResult> Docx(string token, CancellationToken cancel) =>
        await PageAsync(token, cancel) is { } page
            ? File(Documents.Word.ContractDocx.Write(page.Contract), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", page.Contract.FileName + ".docx")
            : Gone(token);

    /// <summary>Null when the link does not open; an agreement that was never offered is not there for its client.</summary>
    private async Task<AgreementOfferPage?> PageAsync(string token, CancellationToken cancel)
    {
        if (Opened(token) is not { } id) return null;
        if (await db.Agreements.SingleOrDefaultAsync(agreement => agreement.Id == id, cancel) is not { } agreement) return null;
        var property = await db.Properties.AsNoTracking().Where(property => agreement.Terms.PropertyIds.Contains(property.Id)).OrderBy(property => property.Id).FirstAsync(cancel);
        return new AgreementOfferPage(agreement, property, await accepting.ContractAsync(agreement, cancel), token, property.Today(clock.GetCurrentInstant()));
    }

    private async Task<IActionResult> RefusedAsync(string token, int agreementId, string verb, HouseRuleException refusal, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        db.Note(Actor.Client, clock.GetCurrentInstant(), nameof(Agreement), agreementId, $"{(Sentence)verb} refused", why: refusal.Sentence);
        await db.SaveChangesAsync(cancel);
        Refuse("", refusal);
        return Refused((await PageAsync(token, cancel))!, nameof(Details));
    }
}
