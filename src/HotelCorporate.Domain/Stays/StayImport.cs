using HotelCorporate.Domain.Imports;
using NodaTime;

namespace HotelCorporate.Domain.Stays;

/// <summary>A file of stays that is brought in, with its columns and what came of it.</summary>
public sealed class StayImport : FileImport
{
    private StayImport() { }

    public StayImport(int propertyId, string fileName, byte[] content, string headText, Instant at, int? byId) : base(propertyId, fileName, content, headText, at, byId) { }

    /// <exception cref="HouseRuleException">It is brought in already.</exception>
    public void Begin()
    {
        if (Status is not (ImportStatus.Looked or ImportStatus.Running)) throw new HouseRuleException("This file was brought in already. Choose it anew to bring it in again.");
        Restart();
    }

    /// <summary>All rows are in: the file itself is no longer kept.</summary>
    public void Finish(string refusedText)
    {
        End();
        RefusedText = refusedText;
    }
}
