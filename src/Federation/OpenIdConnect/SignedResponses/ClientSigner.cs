using System.Text.Json.Nodes;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.OpenIdConnect.SignedResponses;

/// <summary>Signs messages for one client with the key of the algorithm that it registered, SM2 among them.</summary>
internal sealed class ClientSigner(ITokenKeys keys, EvidenceBook evidence)
{
    /// <exception cref="InvalidOperationException">No key of this node signs with that algorithm: the settings promised one.</exception>
    public string Sign(string clientId, string algorithm, string type, JsonObject claims) =>
        Jws.Sign(KeyFor(clientId, algorithm), type, System.Text.Encoding.UTF8.GetBytes(claims.ToJsonString()));

    private ISigningKey KeyFor(string clientId, string algorithm)
    {
        var key = keys.SignerFor(algorithm)?.Signer ?? throw new InvalidOperationException($"No key signs with {algorithm} on this node now.");
        evidence.Saw(clientId, key.KeyId, EvidenceKind.Issued);
        return key;
    }
}
