using CrossBorder.Federation.Trust;
using CrossBorder.Verification.Crypto;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Tokens;

/// <summary>
/// The SM2 keys and their algorithm in the hub's metadata, and keys that live in a hardware module; OpenIddict publishes the kinds that it knows.
/// </summary>
internal sealed class PublishShangMi(IHubKeys keys) :
    IOpenIddictServerHandler<HandleJsonWebKeySetRequestContext>, IOpenIddictServerHandler<HandleConfigurationRequestContext>
{
    private IEnumerable<ISigningKey> Unknown => keys.For(KeyUses.Tokens).Where(key => key.Algorithm.Kind == KeyKind.Sm2 || key is not SoftwareSigningKey);

    public ValueTask HandleAsync(HandleJsonWebKeySetRequestContext context)
    {
        foreach (var key in Unknown.Where(key => context.Keys.TrueForAll(known => known.Kid != key.KeyId)))
            context.Keys.Add(new JsonWebKey(key.PublicKey.ToJwk(key.Algorithm)) { Use = JsonWebKeyUseNames.Sig });
        return default;
    }

    public ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        foreach (var key in Unknown)
            context.IdTokenSigningAlgorithms.Add(key.Algorithm.Name);
        context.SubjectTypes.Clear();
        context.SubjectTypes.Add("pairwise");
        return default;
    }
}
