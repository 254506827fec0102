using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Alerts;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Backup;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.Contacts;
using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.Homes;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.OpenIdConnect;
using CrossBorder.Federation.OpenIdConnect.Conformance;
using CrossBorder.Federation.OpenIdConnect.Registrations;
using CrossBorder.Federation.OpenIdFederation;
using CrossBorder.Federation.Portal;
using CrossBorder.Federation.Proactive;
using CrossBorder.Federation.SignIn;
using CrossBorder.Federation.Signals;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Federation.Verifications;

namespace CrossBorder.Federation.Hosting;

/// <summary>The features of the hub in the order of the journey: one line each to register, one line each to map.</summary>
internal static class HubFeatures
{
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        builder.Services.AddTrust();
        builder.Services.AddOpenIdConnect();
        builder.Services.AddRegistrations();
        builder.Services.AddConformance();
        builder.AddSignIn();
        builder.AddAccounts();
        builder.Services.AddCatalogue();
        builder.Services.AddHomeProviders();
        builder.Services.AddApplications(builder.Configuration);
        builder.Services.AddContacts();
        builder.Services.AddProactive();
        builder.Services.AddDelegation();
        builder.Services.AddSignals();
        builder.Services.AddOpenIdFederation();
        builder.Services.AddVerifications();
        builder.Services.AddScoped<IApplicants, Applicants>();
        builder.Services.AddOfficers(builder.Configuration);
        builder.Services.AddAlerts();
        builder.Services.AddBackup();
        builder.Services.AddConsole();
        builder.Services.AddPages();
    }

    public static void MapFeatures(this WebApplication app)
    {
        app.MapOpenIdConnect();
        app.MapRegistrations();
        app.MapSignIn();
        app.MapAccounts();
        app.MapCatalogue();
        app.MapApplications();
        app.MapProactive();
        app.MapVerifications();
        app.MapSignals();
        app.MapOpenIdFederation();
        app.MapHubKeys();
        app.MapPages();
    }
}
