using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>Says in discovery where relying parties register (OpenID Connect Discovery section 3).</summary>
internal sealed class PublishRegistration : IOpenIddictServerHandler<HandleConfigurationRequestContext>
{
    public ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        context.Metadata["registration_endpoint"] = new Uri(context.Issuer!, ProtocolPaths.Register).AbsoluteUri;
        return default;
    }
}
