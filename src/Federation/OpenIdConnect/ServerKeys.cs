using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Trust;
using CrossBorder.Verification.Crypto.IdentityModel;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace CrossBorder.Federation.OpenIdConnect;

/// <summary>The keys that tokens are signed and encrypted with.</summary>
internal sealed class ServerKeys(IHubKeys keys, IOptions<KeyOptions> options, SettingsPaths paths) : IConfigureOptions<OpenIddictServerOptions>
{
    private const int EncryptionKeyLength = 32;

    public void Configure(OpenIddictServerOptions server)
    {
        foreach (var key in keys.For(KeyUses.Tokens))
            server.SigningCredentials.Add(SecurityKeys.CredentialsFor(key));

        var secret = SecretFile.Read("TokenEncryptionKeyFile", options.Value.TokenEncryptionKeyFile, paths, EncryptionKeyLength).Value;
        server.EncryptionCredentials.Add(new EncryptingCredentials(
            new SymmetricSecurityKey(secret.Bytes), SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
    }
}
