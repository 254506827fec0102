using CrossBorder.Federation.Accounts.Sessions;
using CrossBorder.Federation.Accounts.Reviews;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.Accounts;

internal static class AccountsExtensions
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<Recipients>();
        services.AddScoped<IAccounts, AccountStore>();
        services.AddScoped<IConsents, ConsentStore>();
        services.AddScoped<IDisclosures, DisclosureStore>();
        services.AddScoped<LicenceConsents>();
        services.AddScoped<LinkResident>();
        services.AddScoped<IReviews, ReviewStore>();
        services.AddScoped<ReadReview>();
        services.AddScoped<DecideReview>();
        services.AddScoped<ISessionRegister, SessionRegister>();
        services.AddScoped<EndOwnSessions>();
        services.AddScoped<EndReportedSessions>();
        services.AddAuthorizationBuilder().AddPolicy(ConsentsEndpoint.Policy, policy => policy
            .AddAuthenticationSchemes(HubSchemes.Bearer, HubSchemes.Session)
            .RequireAuthenticatedUser());
    }

    public static void MapAccounts(this IEndpointRouteBuilder routes) => ConsentsEndpoint.Map(routes);
}
