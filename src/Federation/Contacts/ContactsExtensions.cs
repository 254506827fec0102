using CrossBorder.Adapters.Notifications;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Notices;
using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.Contacts;

internal static class ContactsExtensions
{
    /// <summary>E-mail to residents of what becomes of their cases, where they asked for it.</summary>
    public static IServiceCollection AddContacts(this IServiceCollection services)
    {
        services.AddResidentMail(static (provider, path) => provider.GetRequiredService<SettingsPaths>().Resolve(path));
        services.AddSettings<ResidentNoticesOptions, ResidentNoticesOptionsValidator>("ResidentNotices");
        services.AddScoped<IContacts, ContactStore>();
        services.AddScoped<ConfirmContact>();
        services.AddNoticeQueue<ResidentNotice, ResidentNoticesOptions, ResidentNoticeSender>();
        return services;
    }
}
