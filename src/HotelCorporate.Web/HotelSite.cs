using System.Globalization;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using HotelCorporate.Web.Jobs;
using HotelCorporate.Web.Mail;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using NodaTime;

namespace HotelCorporate.Web;

/// <summary>The one list of what the site is made of.</summary>
internal static class HotelSite
{
    public static WebApplicationBuilder AddHotel(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddHotelDb(builder.Configuration, builder.Environment.ContentRootPath);
        services.AddDataProtection().SetApplicationName("HotelCorporate").PersistKeysToDbContext<HotelDb>();
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentProperty>();
        services.AddScoped<FirstStart>();
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddScoped<BookingMoves>();
        services.AddScoped<AgreementsInForce>();
        services.AddScoped<AccountYears>();
        services.AddScoped<DepositGuard>();
        services.AddScoped<CreditGuard>();
        services.AddScoped<InvoiceIssuing>();
        services.AddScoped<PaymentRecording>();
        services.AddScoped<BookingLetters>();
        services.AddScoped<QuoteDesk>();
        services.AddHotelMail();
        services.AddScoped<DueBookings>();
        services.AddHostedService<BookingClock>();

        services.AddIdentity<HotelUser, IdentityRole<int>>(options =>
            {
                options.Password.RequiredLength = 12;
                options.Password.RequireNonAlphanumeric = false;
                options.User.RequireUniqueEmail = true;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<HotelDb>()
            .AddClaimsPrincipalFactory<PersonClaims>()
            .AddDefaultTokenProviders();
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "hotel";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.LoginPath = "/sign-in";
            options.LogoutPath = "/sign-out";
            options.Events.OnRedirectToAccessDenied = refused => Answer(refused.Response, StatusCodes.Status403Forbidden);
            options.Events.OnRedirectToLogin = asked =>
            {
                if (asked.Request.PrefersJson()) return Answer(asked.Response, StatusCodes.Status401Unauthorized);
                asked.Response.Redirect(asked.RedirectUri);
                return Task.CompletedTask;
            };
            options.ExpireTimeSpan = TimeSpan.FromHours(10);
            options.SlidingExpiration = true;
        });
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAuthorization(Policies.Add);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });

        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.Configure<RequestLocalizationOptions>(options =>
        {
            CultureInfo[] cultures = [.. PersonClaims.Cultures.Select(culture => new CultureInfo(culture.Code))];
            options.DefaultRequestCulture = new RequestCulture("en-GB");
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.RequestCultureProviders = [new CustomRequestCultureProvider(PersonClaims.CultureOfAsync), new AcceptLanguageHeaderRequestCultureProvider()];
        });
        services.AddControllersWithViews(options => options.ModelBinderProviders.Insert(0, new PlannedTimeBinders())).AddViewLocalization()
            .AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, texts) => texts.Create(typeof(Texts)));
        services.Configure<RazorViewEngineOptions>(options =>
        {
            options.ViewLocationFormats.Clear();
            options.ViewLocationFormats.Add("/Features/{1}/{0}.cshtml");
            options.ViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
        });
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddResponseCompression(options => options.EnableForHttps = false);
        return builder;
    }

    public static async Task<WebApplication> UseHotelAsync(this WebApplication app)
    {
        await app.PrepareDatabaseAsync();
        app.UseSecurityHeaders(Headers());
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRequestLocalization(); // after the sign-in: the person chose the language
        app.UseAuthorization();
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapStaticAssets().AllowAnonymous();
        app.MapControllers().WithStaticAssets();
        return app;
    }

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static HeaderPolicyCollection Headers() => new HeaderPolicyCollection()
        .AddDefaultSecurityHeaders()
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().Self();
            policy.AddScriptSrc().Self();
            policy.AddStyleSrc().Self();
            policy.AddImgSrc().Self().Data();
            policy.AddFontSrc().Self();
            policy.AddConnectSrc().Self();
            policy.AddObjectSrc().None();
            policy.AddBaseUri().Self();
            policy.AddFormAction().Self();
            policy.AddFrameAncestors().None();
        });
}
