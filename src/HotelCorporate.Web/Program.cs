using HotelCorporate.Web;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = SiteRoot.Find() });
builder.WebHost.UseStaticWebAssets();
builder.AddHotel();

var app = builder.Build();
await app.UseHotelAsync();
Welcome.Say(app);
await app.RunAsync();

/// <summary>Public so that the tests can start the site.</summary>
public sealed partial class Program;
