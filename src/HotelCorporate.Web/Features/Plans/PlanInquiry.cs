using System.Globalization;
using HotelCorporate.Domain.Plans;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Http.Extensions;
using NodaTime;

namespace HotelCorporate.Web.Features.Plans;

/// <summary>A new inquiry with the functions and spaces of a plan.</summary>
internal static class PlanInquiry
{
    public static string Address(EventPlan plan, LocalDate first)
    {
        var query = new QueryBuilder();
        for (var i = 0; i < plan.Functions.Count; i++)
        {
            var (wished, space) = (plan.Functions[i].Function, plan.Functions[i].Space);
            query.Add($"functions[{i}].name", wished.Name);
            query.Add($"functions[{i}].date", Show.Iso(wished.StartOn(first).Date));
            query.Add($"functions[{i}].from", Show.Time(wished.From));
            query.Add($"functions[{i}].until", Show.Time(wished.Until));
            query.Add($"functions[{i}].people", wished.People.ToString(CultureInfo.InvariantCulture));
            query.Add($"functions[{i}].style", wished.Style.ToString());
            query.Add($"functions[{i}].spaceId", space.Id.ToString(CultureInfo.InvariantCulture));
        }

        return "/bookings/new" + query;
    }
}
