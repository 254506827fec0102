using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.EncryptedRequests;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Keys;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Backup;

/// <summary>The files that the settings name and without which a restored database is of no use.</summary>
internal sealed class HubKeyFiles(
    IOptions<KeyOptions> keys, IOptions<KeyRotationOptions> rotation, IOptions<PersonalDataOptions> data,
    IOptions<RequestEncryptionOptions> requests, SettingsPaths paths)
{
    /// <summary>Each setting with its file.</summary>
    public IEnumerable<(string Setting, string Path)> All => Named().Where(file => !string.IsNullOrEmpty(file.Path)).Select(file => (file.Setting, paths.Resolve(file.Path)));

    private IEnumerable<(string Setting, string Path)> Named()
    {
        for (var i = 0; i < keys.Value.SigningKeys.Count; i++)
        {
            var key = keys.Value.SigningKeys[i];
            yield return ($"SigningKeys:{i}:KeyFile", key.KeyFile);
            yield return ($"SigningKeys:{i}:PasswordFile", key.PasswordFile);
            yield return ($"SigningKeys:{i}:CertificateFile", key.CertificateFile);
        }

        for (var i = 0; i < requests.Value.Keys.Count; i++)
            yield return ($"RequestEncryption:Keys:{i}:KeyFile", requests.Value.Keys[i].KeyFile);
        yield return ("TokenEncryptionKeyFile", keys.Value.TokenEncryptionKeyFile);
        yield return ("KeyRotation:KeyFile", rotation.Value.KeyFile);
        for (var i = 0; i < data.Value.Keys.Count; i++)
            yield return ($"PersonalData:Keys:{i}:File", data.Value.Keys[i].File);
        yield return ("PersonalData:LookupKeyFile", data.Value.LookupKeyFile);
        yield return ("PersonalData:PairwiseKeyFile", data.Value.PairwiseKeyFile);
    }
}
