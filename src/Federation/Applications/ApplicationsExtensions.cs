using System.Net.Mime;
using System.Threading.RateLimiting;
using CrossBorder.Adapters.Departments;
using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Scanning;
using CrossBorder.Federation.Applications.Api;
using CrossBorder.Federation.Applications.Archive;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Events;
using CrossBorder.Federation.Applications.Evidence;
using CrossBorder.Federation.Applications.Feedback;
using CrossBorder.Federation.Applications.Licences;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Applications.Pickup;
using CrossBorder.Federation.Applications.Resilience;
using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Applications.Supplements;
using CrossBorder.Federation.Applications.Webhooks;
using CrossBorder.Federation.Applications.Withdraw;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Hosting.Operations;
using CrossBorder.Federation.Storage.Stores;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications;

internal static class ApplicationsExtensions
{
    private const string ByDepartment = "departments";

    public static IServiceCollection AddApplications(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDepartments(configuration, static (provider, path) => provider.GetRequiredService<SettingsPaths>().Resolve(path));
        services.AddMaterialScanner(configuration);
        services.AddSettings<DepartmentEventsOptions, DepartmentEventsOptionsValidator>("DepartmentEvents");
        services.AddSettings<DeliveryOptions, DeliveryOptionsValidator>("Delivery");
        services.AddSettings<DepartmentClientsOptions, DepartmentClientsOptionsValidator>("");
        services.AddSingleton<DepartmentClients>();
        services.AddSingleton<ApplicationMetrics>();
        services.AddSingleton<DeliverySignal>();
        services.AddSingleton<ApplicationFactory>();
        services.AddSingleton<EnvelopeSigner>();
        services.AddSingleton<EnvelopeSealer>();
        services.AddSingleton<ReceiptJudge>();
        services.AddSingleton<EventJudge>();
        services.AddSingleton<EvidenceExport>();

        services.AddStatutoryClock();
        services.AddCaseArchive();
        services.AddPlannedMaintenance();
        services.AddStatusWebhooks();
        services.AddSupplements();
        services.AddSigning();
        services.AddScoped<CaseMoves>();
        services.AddScoped<TurnMoves>();
        services.AddScoped<IApplicationStore, ApplicationStore>();
        services.AddScoped<IMaterialStore, MaterialStore>();
        services.AddScoped<IDeliveryQueue, DeliveryQueue>();
        services.AddScoped<ReceiptWrites>();
        services.AddDepartmentResilience();
        services.AddScoped<IDepartmentEvents, DepartmentEvents>();
        services.AddScoped<ReceiveEvent>();
        services.AddScoped<TakeReceipt>();
        services.AddScoped<ReceiveReceipt>();
        services.AddScoped<OfferDeliveries>();
        services.AddScoped<IReceiptDesk, ArrivedReceipts>();
        services.AddScoped<ILicenceLog, LicenceLog>();
        services.AddScoped<IRepresentedLookLog, RepresentedLookLog>();
        services.AddScoped<LicenceLookup>();
        services.AddScoped<ILicenceSnapshots, LicenceSnapshots>();
        services.AddSettings<UploadOptions, UploadOptionsValidator>("Uploads");
        services.AddScoped<VerifyApplication>();
        services.AddScoped<ISubmitApplication, SubmitApplicationHandler>();
        services.AddScoped<ContentIntake>();
        services.AddScoped<IUploadMaterial, UploadMaterialHandler>();
        services.AddSingleton<UploadPace>();
        services.AddScoped<FileApplication>();
        services.AddFeedback();
        services.AddScoped<WithdrawHandler>();
        services.AddScoped<ICases, Cases>();
        services.AddScoped<DeliverHandler>();
        services.AddHostedService<DeliveryWorker>();
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<DepartmentEventsOptions>>((limiter, options) =>
            // By network too: a stranger who floods one department's address keeps nobody out but himself.
            limiter.AddPolicy(ByDepartment, context => RateLimitPartition.GetTokenBucketLimiter(
                $"{context.Request.RouteValues["slug"]} {RateLimits.Network(context.Connection.RemoteIpAddress)}", _ => options.Value.Department.ToBucket())));
        return services;
    }

    public static void MapApplications(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api").RequireAuthorization(HubPolicies.Applications).WithTags("Applications");
        api.MapPost("/applications", SubmitApplicationEndpoint.Handle).WithName("SubmitApplication");
        api.MapSigning();
        api.MapGet("/applications", CaseEndpoints.List).WithName("ListApplications");
        api.MapGet("/applications/{caseNumber}", CaseEndpoints.Show).WithName("ShowApplication");
        api.MapPost("/applications/{caseNumber}/withdrawal", CaseEndpoints.Withdraw).WithName("WithdrawApplication");
        api.MapPost("/applications/{caseNumber}/rating", FeedbackEndpoints.Rate)
            .Accepts<RatingBody>(MediaTypeNames.Application.Json).Produces<RatingAnswer>()
            .WithName("RateApplication")
            .WithSummary("How the resident thinks that a case was handled")
            .WithDescription(
                "1 to 5 stars, more is better, and at most 1000 characters. A case is rated once it is completed or rejected (CB5120), once; for 30 days " +
                "after the first rating another takes its place, later it is refused (CB5122). Departments see averages.");
        api.MapPost("/applications/{caseNumber}/complaint", FeedbackEndpoints.Complain)
            .Accepts<ComplaintBody>(MediaTypeNames.Application.Json).Produces<CaseBody>(StatusCodes.Status201Created)
            .WithName("ComplainOfApplication")
            .WithSummary("A complaint or a question about a case, to the hotline 12345")
            .WithDescription(
                "Kind complaint or question, 1 to 2000 characters, header Idempotency-Key as for an application. It becomes a case of its own, with a number, a delivery " +
                "to the hotline, a receipt and a timeline; the case that it is about stays as it is. Allowed at any time.");
        api.MapPost("/applications/{caseNumber}/materials", SupplementEndpoint.Handle)
            .Accepts<SupplementBody>(MediaTypeNames.Application.Json).Produces<CaseDetailBody>(StatusCodes.Status202Accepted)
            .WithName("SupplementApplication")
            .WithSummary("Materials that come after the application")
            .WithDescription(
                "Uploads of POST /api/materials: what stands in deferred of the case, or while it is action_needed what the item asks for. Each department that " +
                "waits for it gets it in a signed supplement. The same upload again changes nothing; what nobody waits for is refused (CB5141).");
        api.MapGet("/applications/{caseNumber}/evidence", CaseEndpoints.Evidence).WithName("ExportEvidence");
        api.MapPost("/materials", UploadMaterialEndpoint.Handle).WithName("UploadMaterial")
            .WithMetadata(new RequestSizeLimitAttribute(UploadParts.MaximumRequest));

        endpoints.MapGet("/api/departments/{slug}/deliveries/{delivery}/materials/{material}", DeliveredMaterialEndpoint.Handle)
            .RequireAuthorization(HubPolicies.ApplicationsPickup).WithName("ReadDeliveredMaterial").WithTags("Departments");

        endpoints.MapGet("/api/departments/{slug}/deliveries", PickupEndpoints.Offer)
            .RequireAuthorization(HubPolicies.ApplicationsPickup).RequireRateLimiting(ByDepartment)
            .Produces<PickupBody>()
            .WithName("PickUpDeliveries").WithTags("Departments")
            .WithSummary("What waits for a department")
            .WithDescription(
                "Scope applications.pickup, own slug only, beside or instead of push. At most pageSize (1 to 100, 20 where nothing is said) deliveries, " +
                "each with its signed envelope and leased for 60 seconds: until leasedUntil nobody else gets it and it is not pushed. What is not signed " +
                "for by then is offered again, with the same id and envelope; what is signed for is not.");

        endpoints.MapPost("/api/departments/{slug}/receipts", PickupEndpoints.Sign)
            .RequireAuthorization(HubPolicies.ApplicationsPickup).RequireRateLimiting(ByDepartment)
            .Produces<ReceiptAnswer>()
            .WithName("SignForDelivery").WithTags("Departments")
            .WithSummary("A department's receipt for a delivery that it fetched")
            .WithDescription(
                "Scope applications.pickup, own slug only. Body: a JWS (application/jose, typ cross-border-receipt+jws), judged as one that answers a push. " +
                "It counts after its lease ran out too; sent again it changes nothing and gets the same answer.");

        endpoints.MapPost("/api/departments/{slug}/events", DepartmentEventEndpoint.Handle)
            .RequireRateLimiting(ByDepartment)
            .Produces<EventAnswer>(StatusCodes.Status202Accepted)
            .WithName("TellEvent").WithTags("Departments")
            .WithSummary("What a department did with a delivery")
            .WithDescription(
                "Body: a JWS (application/jose, typ cross-border-event+jws) signed as the department's receipts are. The same id again gets the " +
                "same answer; a lower sequence than the last is stored and moves nothing.");
    }
}
