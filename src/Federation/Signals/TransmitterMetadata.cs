using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Signals;

/// <summary>What the hub transmits and where (Shared Signals Framework 1.0 section 7.1). For anybody.</summary>
internal static class TransmitterMetadata
{
    public static IResult Handle(IOptions<HubOptions> hub)
    {
        var issuer = hub.Value.Issuer;
        return TypedResults.Json(new Dictionary<string, object>
        {
            ["spec_version"] = "1_0",
            ["issuer"] = issuer,
            ["jwks_uri"] = SignalPaths.Under(issuer, ".well-known/jwks"),
            ["delivery_methods_supported"] = new[] { DeliveryMethods.Push, DeliveryMethods.Poll },
            ["configuration_endpoint"] = SignalPaths.Under(issuer, SignalPaths.Streams),
            ["status_endpoint"] = SignalPaths.Under(issuer, SignalPaths.Status),
            ["add_subject_endpoint"] = SignalPaths.Under(issuer, SignalPaths.AddSubject),
            ["remove_subject_endpoint"] = SignalPaths.Under(issuer, SignalPaths.RemoveSubject),
            ["verification_endpoint"] = SignalPaths.Under(issuer, SignalPaths.Verification),
            ["authorization_schemes"] = new[] { new Dictionary<string, string> { ["spec_urn"] = "urn:ietf:rfc:6749" } },
            // All whom the receiver knows, until it takes one out.
            ["default_subjects"] = "ALL",
        });
    }
}
