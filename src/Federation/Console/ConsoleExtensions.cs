using CrossBorder.Federation.ConsolePages.Charts;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CrossBorder.Federation.ConsolePages;

internal static class ConsoleExtensions
{
    /// <summary>Sends who is not signed in to the console's own form, and shows who is of another role a page that says so.</summary>
    public static void AddConsole(this IServiceCollection services)
    {
        services.AddScoped<IConsoleViews, ConsoleViews>();
        services.AddScoped<ClockPanels>();
        services.AddScoped<OverdueMaterialsView>();
        services.AddScoped<DepartmentDesk>();
        services.AddScoped<Overview>();
        services.AddScoped<AuditExports>();
        services.AddSingleton<IOfficerPages, OfficerPages>();
        services.AddScoped<EvidenceForAuditor>();
        services.PostConfigure<CookieAuthenticationOptions>(OfficerScheme.Name, static options =>
        {
            options.LoginPath = ConsoleDoors.SignIn;
            options.ReturnUrlParameter = ConsoleDoors.ReturnParameter;
            options.Events.OnRedirectToAccessDenied = static context =>
                new OfficerPages().ShowAsync(context.HttpContext, ErrorCatalogue.OfficerRoleMissing);
        });
    }
}
