namespace HotelCorporate.Web.Mail;

/// <summary>What mail is made of.</summary>
internal static class MailServices
{
    public static IServiceCollection AddHotelMail(this IServiceCollection services) => services
        .AddSingleton<SignedLinks>()
        .AddSingleton<MailSender>()
        .AddHostedService(provider => provider.GetRequiredService<MailSender>());
}
