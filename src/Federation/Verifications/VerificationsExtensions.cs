using System.Net.Mime;
using System.Threading.RateLimiting;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage.Stores;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Verifications;

internal static class VerificationsExtensions
{
    private const string ByClient = "verifications";

    public static void AddVerifications(this IServiceCollection services)
    {
        services.AddSettings<VerificationsOptions, VerificationsOptionsValidator>("Verifications");
        services.AddSingleton<AttestationSigner>();
        services.AddSingleton<GuessLimit>();
        services.AddScoped<IVerificationRecords, VerificationRecords>();
        services.AddScoped<VerifyIdentity>();
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<VerificationsOptions>>((limiter, options) =>
            limiter.AddPolicy(ByClient, context => RateLimitPartition.GetTokenBucketLimiter(
                context.User.FindFirst("client_id")?.Value ?? "", _ => options.Value.Client.ToBucket())));
    }

    public static void MapVerifications(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/verifications", VerifyIdentityEndpoint.Handle)
            .RequireAuthorization(HubPolicies.IdentityVerify)
            .RequireAuthorization(IsAClientForItself)
            .RequireRateLimiting(ByClient)
            .Accepts<VerificationRequestBody>(MediaTypeNames.Application.Json)
            .Produces<VerificationAnswer>()
            .WithName("VerifyIdentity").WithTags("Verifications")
            .WithSummary("Whether a document is held by a person of this name, born on this day")
            .WithDescription(
                "Scope identity.verify, by client credentials. The answer is yes or no and the same signed (typ cross-border-verification+jws); " +
                "an unknown document and a mismatch look alike. The header Verification-Nonce (32 random bytes in base64url, optional) has the " +
                "attestation commit to the body: an HMAC under that nonce. 422 names each faulty member, 503 means that the directory is down.");

    // A resident signs in to show themselves, not to look up others: a token that has a sign-in behind it is not for this.
    private static void IsAClientForItself(AuthorizationPolicyBuilder policy) => policy.RequireAssertion(context =>
        context.User.HasClaim(claim => claim.Type == "client_id") && !context.User.HasClaim(claim => claim.Type == HubClaims.SessionId));
}
