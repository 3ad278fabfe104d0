using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Web.Features.Plans;

/// <summary>The plan that a person takes for a booking, as it stood on the page.</summary>
public sealed class PlanTaking
{
    /// <summary>The booking's version that the page was made from.</summary>
    public int Version { get; set; }

    /// <summary>Why fewer or more people than a space is meant for go into it.</summary>
    public string? Reason { get; set; }

    public IList<Pick> Picks { get; set; } = [];

    /// <summary>One function's place.</summary>
    public sealed class Pick
    {
        public int FunctionId { get; set; }

        public int SpaceId { get; set; }

        public LocalDate Date { get; set; }

        public LocalTime From { get; set; }

        public LocalDate EndDate { get; set; }

        public LocalTime Until { get; set; }

        public SetupStyle Style { get; set; }
    }
}
