using CrossBorder.Adapters.RelyingParties;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Notices;
using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.OpenIdConnect.Logout;

internal static class LogoutExtensions
{
    /// <summary>Back-channel logout: the queue, its worker, and the way to relying parties.</summary>
    public static IServiceCollection AddBackChannelLogout(this IServiceCollection services)
    {
        services.AddSettings<BackChannelLogoutOptions, BackChannelLogoutOptionsValidator>("BackChannelLogout");
        services.AddLogoutChannel();
        services.AddScoped<ISignOuts, SignOutStore>();
        services.AddScoped<LogoutTokens>();
        services.AddNoticeQueue<LogoutNotice, BackChannelLogoutOptions, LogoutSender>();
        return services;
    }
}
