using CrossBorder.Federation.Trust.Keys;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Tokens;

/// <summary>
/// The SM2 keys and their algorithm in the hub's metadata, and keys that live in a hardware module; OpenIddict publishes the kinds that it knows.
/// </summary>
internal sealed class PublishShangMi(ITokenKeys keys) :
    IOpenIddictServerHandler<HandleJsonWebKeySetRequestContext>, IOpenIddictServerHandler<HandleConfigurationRequestContext>
{
    public ValueTask HandleAsync(HandleJsonWebKeySetRequestContext context)
    {
        foreach (var key in keys.Published.Where(key => context.Keys.TrueForAll(known => known.Kid != key.Id)))
            context.Keys.Add(new JsonWebKey(key.PublicKey.ToJwk(key.Algorithm)) { Use = JsonWebKeyUseNames.Sig });
        return default;
    }

    public ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        foreach (var algorithm in keys.Published.Select(key => key.Algorithm.Name))
            context.IdTokenSigningAlgorithms.Add(algorithm);
        context.SubjectTypes.Clear();
        context.SubjectTypes.Add("pairwise");
        return default;
    }
}
