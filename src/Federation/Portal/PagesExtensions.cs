using System.Text.Encodings.Web;
using System.Text.Unicode;
using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Portal.Pages.Cases;
using CrossBorder.Federation.Portal.Pages.Developers;
using CrossBorder.Federation.Portal.Residents;
using CrossBorder.Federation.Portal.Uploads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;

namespace CrossBorder.Federation.Portal;

/// <summary>Razor Pages, their language and their style sheet. Features add their own pages under Portal/Pages.</summary>
internal static class PagesExtensions
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<PageLanguage>();
        services.AddScoped<ResidentSession>();
        services.AddScoped<ActingFor>();
        services.AddScoped<CaseNames>();
        services.AddScoped<DeveloperSession>();
        services.AddAuthentication().AddCookie(DeveloperSession.Scheme, DeveloperSession.Configure);
        services.AddSingleton<Pages.Apply.OpenedForm>();
        services.AddPageUploads();

        // Chinese stays readable in the page source; the encoder still escapes what HTML needs escaped.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        services.AddRazorPages(options =>
        {
            // Pages of the portal and pages of the console; each says its own address.
            options.RootDirectory = "/";
            ConsoleDoors.Close(options.Conventions);
        })
            .AddMvcOptions(options =>
            {
                options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
                options.Filters.Add(new ExplainRefusedForms());
            })
            // Named, because inside another program's process the entry assembly is not ours.
            .AddApplicationPart(typeof(PagesExtensions).Assembly);

        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "hub.antiforgery";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });

        return services;
    }

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        StyleSheetEndpoint.Map(routes);
        ConsolePages.ConsoleScript.Map(routes);
        IconEndpoint.Map(routes);
        LanguageEndpoint.Map(routes);
        routes.MapRazorPages();
    }
}
