using CrossBorder.Federation.Trust;
using CrossBorder.Verification.Crypto;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.AssertionGateway.Hosting;

/// <summary>The gateway's own key, read once.</summary>
internal sealed class GatewaySigner(IOptions<GatewayOptions> options, SigningKeyReader reader)
{
    public ISigningKey Key { get; } = reader.Read(options.Value.SigningKey).Value;
}
