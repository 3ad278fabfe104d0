using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HotelCorporate.Web.Features.Home;

[Authorize(Policy = Policies.Staff)]
public sealed class HomeController : HotelController
{
    [HttpGet("/")]
    public IActionResult Index() => View();
}
