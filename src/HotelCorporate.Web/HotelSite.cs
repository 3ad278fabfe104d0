using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using HotelCorporate.Web.Jobs;
using HotelCorporate.Web.Languages;
using HotelCorporate.Web.Mail;
using HotelCorporate.Web.Seeing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;
using NodaTime;

namespace HotelCorporate.Web;

/// <summary>The one list of what the site is made of.</summary>
internal static class HotelSite
{
    public static WebApplicationBuilder AddHotel(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddLog();
        builder.WebHost.ConfigureKestrel(options => (options.AddServerHeader, options.Limits.MaxRequestBodySize) = (false, 5_000_000));
        services.AddTelemetry(builder.Configuration);
        services.AddSingleton<IClock>(SystemClock.Instance);
        var address = new SiteAddress(builder.Configuration, builder.Environment);
        services.AddSingleton(address);
        var cookies = address.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest; // over plain http only where the house takes it
        services.AddHotelDb(builder.Configuration, builder.Environment.ContentRootPath);
        services.AddDataProtection().SetApplicationName("HotelCorporate").PersistKeysToDbContext<HotelDb>();
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentProperty>();
        services.AddSingleton<WaitingCounts>();
        services.AddScoped<FirstStart>();
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.SecurePolicy = cookies);
        services.AddScoped<BookingMoves>();
        services.AddScoped<DeadlineDesk>();
        services.AddScoped<HouseRooms>();
        services.AddScoped<AgreementsInForce>();
        services.AddScoped<BlockDesk>();
        services.AddScoped<ProductionDesk>();
        services.AddScoped<Scorecards>();
        services.AddScoped<OffAgreementStays>();
        services.AddScoped<ComplianceFinding>();
        services.AddScoped<ComplianceDesk>();
        services.AddScoped<RateHandOvers>();
        services.AddScoped<Commissions>();
        services.AddScoped<StayImporting>();
        services.AddSingleton<ImportBell>();
        services.AddScoped<AccountLoading>();
        services.AddScoped<AccountImporting>();
        services.AddScoped<AccountUnloading>();
        services.AddHostedService<ImportWork>();
        services.AddScoped<AccountYears>();
        services.AddScoped<DepositGuard>();
        services.AddScoped<CreditGuard>();
        services.AddScoped<AccountCredit>();
        services.AddScoped<AccountScores>();
        services.AddScoped<LookAlikes>();
        services.AddScoped<AccountMerging>();
        services.AddScoped<PersonalData>();
        services.AddScoped<PersonErasing>();
        services.AddScoped<Finding>();
        services.AddScoped<CompanyNames>();
        services.AddScoped<InvoiceIssuing>();
        services.AddScoped<LoyaltyDesk>();
        services.AddScoped<PaymentRecording>();
        services.AddScoped<BookingLetters>();
        services.AddScoped<QuoteDesk>();
        services.AddScoped<QuoteGrounds>();
        services.AddScoped<QuoteDrafting>();
        services.AddScoped<QuoteObstacles>();
        services.AddScoped<QuoteAudit>();
        services.AddScoped<QuoteDisplacing>();
        services.AddScoped<DecisionRights>();
        services.AddScoped<AgreementOffering>();
        services.AddScoped<AgreementAccepting>();
        services.AddScoped<DueAgreements>();
        services.AddScoped<ApprovalDesk>();
        services.AddScoped<StaffLetters>();
        services.AddHotelMail(builder.Configuration);
        services.AddSingleton<HotelNews>();
        services.AddHostedService<PostgresNews>();
        services.AddScoped<DueBookings>();
        services.AddScoped<DueDeadlines>();
        services.AddScoped<DueBlocks>();
        services.AddScoped<DueScorecards>();
        services.AddScoped<DailyRound>();
        services.AddScoped<DueCompliance>();
        services.AddScoped<DueQuoteAudit>();
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
            .AddErrorDescriber<IdentityTexts>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<AuthenticatorCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options =>
        {
            options.Cookie.Name = "second";
            options.Cookie.SecurePolicy = cookies;
        });
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "hotel";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = cookies;
            options.LoginPath = "/sign-in";
            options.LogoutPath = "/sign-out";
            options.Events.OnSigningIn = Sessions.Name;
            options.Events.OnValidatePrincipal = Sessions.ValidateAsync;
            options.Events.OnCheckSlidingExpiration = asked =>
            {
                if (asked.Request.Path.StartsWithSegments("/diary/news", StringComparison.OrdinalIgnoreCase)) asked.ShouldRenew = false; // an open page is nobody at work
                return Task.CompletedTask;
            };
            options.Events.OnRedirectToAccessDenied = refused => Answer(refused.Response, StatusCodes.Status403Forbidden);
            options.Events.OnRedirectToLogin = asked =>
            {
                if (asked.Request.PrefersJson()) return Answer(asked.Response, StatusCodes.Status401Unauthorized);
                var (request, back) = (asked.Request, asked.Options.ReturnUrlParameter);
                asked.Response.Redirect(request.PathBase + asked.Options.LoginPath + QueryString.Create(back, request.PathBase + request.Path + request.QueryString).ToUriComponent()); // a path: whatever host the request named
                return Task.CompletedTask;
            };
            options.ExpireTimeSpan = TimeSpan.FromHours(10);
            options.SlidingExpiration = true;
        });
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAuthorization(Policies.Add);
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.AddRateLimiter(options => RateLimits.Add(options, builder.Configuration));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = cookies;
        });

        services.AddSingleton<IStringLocalizerFactory, LanguageTexts>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            CultureInfo[] cultures = [.. Language.All.SelectMany(language => language.Cultures)];
            options.DefaultRequestCulture = new RequestCulture("en-GB");
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.RequestCultureProviders = [new CustomRequestCultureProvider(PersonClaims.CultureOfAsync), new CustomRequestCultureProvider(PersonClaims.CultureOfBrowserAsync)];
        });
        services.AddControllersWithViews(options =>
            {
                options.ModelBinderProviders.Insert(0, new PlannedTimeBinders());
                options.ModelBinderProviders.Insert(0, new DecimalBinders());
                options.ModelMetadataDetailsProviders.Add(new FormTexts());
                FormTexts.Bind(options.ModelBindingMessageProvider);
            })
            .AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, texts) => texts.Create(typeof(Texts)));
        services.Configure<RazorViewEngineOptions>(options =>
        {
            options.ViewLocationFormats.Clear();
            options.ViewLocationFormats.Add("/Features/{1}/{0}.cshtml");
            options.ViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
        });
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)); // pages are UTF-8: no Ë becomes an entity
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database").AddCheck<MailQueueHealth>(MailQueueHealth.Name);
        services.AddResponseCompression(options => options.EnableForHttps = true); // no other site's page can ask with a person's cookies (SameSite), and the tokens of forms differ in each answer
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        return builder;
    }

    public static async Task<WebApplication> UseHotelAsync(this WebApplication app)
    {
        await app.PrepareDatabaseAsync();
        app.UseResponseCompression();
        app.UseNamedProxies();
        app.UseSecurityHeaders(Headers());
        app.UseRequestLog();
        app.UseSafeLine();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseRouting();
        app.RememberRoute();
        app.UseOneConnection();
        app.UseAuthentication();
        app.UseRequestLocalization(); // after the sign-in: the person chose the language
        app.UseAuthorization();
        app.UseRateLimiter();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous(); // it answers: do not end it
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = HealthAnswer.WriteAsync }).AllowAnonymous(); // it can work: send people to it
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
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicySameOrigin() // signed links are in addresses: nobody else hears them
        .AddPermissionsPolicyWithDefaultSecureDirectives()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameSite())
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
