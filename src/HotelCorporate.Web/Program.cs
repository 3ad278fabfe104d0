using HotelCorporate.Web;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = SiteRoot.Find() });
builder.WebHost.UseStaticWebAssets();
Commands.Quiet(builder.Configuration, args);
builder.AddHotel();

var app = builder.Build();
if (await Commands.RunAsync(app, args) is { } code) return code;
await app.UseHotelAsync();
Welcome.Say(app);
await app.RunAsync();
return 0;

/// <summary>Public so that the tests can start the site.</summary>
public sealed partial class Program;
