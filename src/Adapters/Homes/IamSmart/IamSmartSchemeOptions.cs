using Microsoft.AspNetCore.Authentication;

namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>What the framework wants to know of the scheme.</summary>
internal sealed class IamSmartSchemeOptions : RemoteAuthenticationOptions
{
    /// <summary>Seals what has to come back with the browser.</summary>
    public ISecureDataFormat<AuthenticationProperties> StateFormat { get; set; } = null!;
}
