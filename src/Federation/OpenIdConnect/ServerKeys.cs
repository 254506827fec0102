using System.Security.Cryptography;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Crypto.IdentityModel;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace CrossBorder.Federation.OpenIdConnect;

/// <summary>
/// The keys that tokens are signed and encrypted with, as they stand at this moment; <see cref="RefreshServerKeys"/> has this asked again.
/// </summary>
internal sealed class ServerKeys(ITokenKeys keys, IOptions<KeyOptions> options, SettingsPaths paths) : IConfigureOptions<OpenIddictServerOptions>
{
    private const int EncryptionKeyLength = 32;

    public void Configure(OpenIddictServerOptions server)
    {
        foreach (var key in keys.Published)
        {
            // Announced and retiring keys stand here to be published and to verify; which one signs, SelectSigningKey says.
            server.SigningCredentials.Add(key.Signer is { } signer
                ? SecurityKeys.CredentialsFor(signer)
                : new SigningCredentials(SecurityKeys.From(key.PublicKey), key.Algorithm.Name));
        }

        var secret = SecretFile.Read("TokenEncryptionKeyFile", options.Value.TokenEncryptionKeyFile, paths, EncryptionKeyLength).Value;
        server.EncryptionCredentials.Add(new EncryptingCredentials(
            new SymmetricSecurityKey(secret.Bytes), SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
        // Codes and refresh tokens are for the hub alone. OpenIddict prefers a symmetric key for them, and so no rotation ends a sign-in.
        server.SigningCredentials.Add(new SigningCredentials(
            SecurityKeys.FromSecret(HKDF.DeriveKey(HashAlgorithmName.SHA256, secret.Bytes, EncryptionKeyLength, info: "codes and refresh tokens: signature"u8.ToArray())),
            SecurityAlgorithms.HmacSha256));
    }
}
