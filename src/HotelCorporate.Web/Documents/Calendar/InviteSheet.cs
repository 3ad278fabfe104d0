namespace HotelCorporate.Web.Documents.Calendar;

/// <summary>One function's invitation. The UID never changes; the sequence rises with each real change.</summary>
public sealed record InviteSheet(ProgrammeRow Function, int Sequence, bool Cancelled, string Description = "");
