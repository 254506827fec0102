using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Applications.Api;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Evidence;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Applications.Withdraw;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage.Stores;
using Microsoft.AspNetCore.Mvc;

namespace CrossBorder.Federation.Applications;

internal static class ApplicationsExtensions
{
    public static IServiceCollection AddApplications(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDepartments(configuration);
        services.AddSettings<DeliveryOptions, DeliveryOptionsValidator>("Delivery");
        services.AddSingleton<ApplicationMetrics>();
        services.AddSingleton<DeliverySignal>();
        services.AddSingleton<ApplicationFactory>();
        services.AddSingleton<EnvelopeSigner>();
        services.AddSingleton<ReceiptJudge>();
        services.AddSingleton<EvidenceExport>();

        services.AddScoped<IApplicationStore, ApplicationStore>();
        services.AddScoped<IMaterialStore, MaterialStore>();
        services.AddScoped<IDeliveryQueue, DeliveryQueue>();
        services.AddScoped<LicenceLookup>();
        services.AddScoped<ISubmitApplication, SubmitApplicationHandler>();
        services.AddScoped<IUploadMaterial, UploadMaterialHandler>();
        services.AddScoped<WithdrawHandler>();
        services.AddScoped<ICases, Cases>();
        services.AddScoped<DeliverHandler>();
        services.AddHostedService<DeliveryWorker>();
        return services;
    }

    public static void MapApplications(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api").RequireAuthorization(HubPolicies.Applications).WithTags("Applications");
        api.MapPost("/applications", SubmitApplicationEndpoint.Handle).WithName("SubmitApplication");
        api.MapGet("/applications", CaseEndpoints.List).WithName("ListApplications");
        api.MapGet("/applications/{caseNumber}", CaseEndpoints.Show).WithName("ShowApplication");
        api.MapPost("/applications/{caseNumber}/withdrawal", CaseEndpoints.Withdraw).WithName("WithdrawApplication");
        api.MapGet("/applications/{caseNumber}/evidence", CaseEndpoints.Evidence).WithName("ExportEvidence");
        api.MapPost("/materials", UploadMaterialEndpoint.Handle).WithName("UploadMaterial")
            .WithMetadata(new RequestSizeLimitAttribute(UploadParts.MaximumRequest));

        endpoints.MapGet("/api/departments/{slug}/deliveries/{delivery}/materials/{material}", DeliveredMaterialEndpoint.Handle)
            .RequireAuthorization(HubPolicies.ApplicationsPickup).WithName("ReadDeliveredMaterial").WithTags("Departments");
    }
}
