using System.Text;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Verification.Crypto.Encryption;

namespace CrossBorder.Federation.OpenIdConnect.Encryption;

/// <summary>Encrypts signed JWTs for the client that they are for (RFC 7519 section 5.2): whoever sees them on their way reads nothing.</summary>
internal sealed class ClientEncryption(ClientKeys keys)
{
    private const string Jwt = "JWT";

    /// <param name="clientId">For whom.</param>
    /// <param name="how">As the client registered it; found possible when the hub started.</param>
    /// <param name="signed">A JWT.</param>
    public string Encrypt(string clientId, EncryptionOptions how, string signed)
    {
        var key = keys.Find(clientId)?.EncryptionKeys.FirstOrDefault(key => key.Algorithm.Name == how.Alg);
        if (key is null || !EncryptionCatalogue.TryGetContentEncryption(how.Enc, out var content))
            throw new InvalidOperationException($"Nothing can be encrypted for {clientId} with {how.Alg} and {how.Enc}: the settings promised it.");
        return Jwe.Encrypt(key, new EncryptionSettings { Type = Jwt, ContentType = Jwt, Encryption = content }, Encoding.ASCII.GetBytes(signed));
    }
}
