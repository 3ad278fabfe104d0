using NodaTime;

namespace HotelCorporate.Web.Database;

/// <summary>A form that was sent and saved, by the token that was printed into it: a second press of Save finds it and goes where the first one went.</summary>
public sealed class SubmittedForm
{
    public required Guid Id { get; init; }

    public required Instant At { get; init; }

    /// <summary>Where the first one led.</summary>
    public string? Location { get; set; }
}
