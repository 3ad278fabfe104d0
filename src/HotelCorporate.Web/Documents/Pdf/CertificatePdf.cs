using NodaTime.Text;

namespace HotelCorporate.Web.Documents.Pdf;

/// <summary>The certificate of an acceptance.</summary>
public static class CertificatePdf
{
    public static byte[] Write(CertificateSheet certificate)
    {
        var (offer, words) = (certificate.Offer, Words.In(certificate.Offer.Language));
        return PdfParts.Write(offer.Hotel, offer.Language, words["Certificate of acceptance"], offer.Number, certificate.On, (paper, parts) =>
        {
            parts.Opening(words["Certificate of acceptance"], words.Say("{0}, version {1}", offer.Number, offer.Version), offer.Title, offer.Client,
            [
                (words["Accepted by"], certificate.By), (words["On"], words.Date(certificate.On)), (words["Time"], words.Time(certificate.At.TimeOfDay)),
                (words["Purchase order"], certificate.PurchaseOrder), (words["Alternative"], offer.Alternative), (words["Total with tax"], words.Full(offer.Totals.Gross)),
            ]);
            parts.Programme(offer.Programme);
            paper.Heading(words["What was seen"], parts.Colour);
            paper.Table([new(words["What"], 34), new(words["Value"], 66)],
            [
                new PdfRow([words["Fingerprint (SHA-256)"], certificate.Hash]), new PdfRow([words["Moment (UTC)"], InstantPattern.ExtendedIso.Format(certificate.Moment)]), new PdfRow([words["Network address"], certificate.Address]),
            ], parts.Colour);
            if (certificate.Others.Count > 0)
            {
                paper.Heading(words["What stood beside it"], parts.Colour);
                paper.Table([new(words["Alternative"], 24), new(words["Total with tax"], 18, true), new(words["Fingerprint (SHA-256)"], 58)],
                    certificate.Others.Select(other => new PdfRow([other.Title, words.Full(other.Gross), other.Hash])), parts.Colour);
            }

            paper.Text(words["The fingerprint is made of number, version, programme, every line, the sums and the terms of the offer. Whoever has the offer can make it again and compare."], new PdfStyle(9, Colour: PdfPaper.Grey));
        });
    }
}
