using System.Text;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Crypto.Encryption;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.EncryptedRequests;

/// <summary>Opens request objects that were encrypted for the hub. What is inside is judged like any other: it has to be signed.</summary>
internal sealed class RequestKeys : IDisposable
{
    // The longest signed request, once more in base64url, and the parts around it.
    private const int LongestMessage = 48_000;
    private const char Separator = '.';
    private const int SeparatorsOfJwe = 4;

    private static readonly IReadOnlyList<string> KeyManagement = [.. EncryptionCatalogue.KeyManagement.Select(algorithm => algorithm.Name)];
    private static readonly IReadOnlyList<string> ContentEncryption = [.. EncryptionCatalogue.ContentEncryption.Select(algorithm => algorithm.Name)];

    private readonly List<SoftwareDecryptionKey> keys;

    public RequestKeys(IOptions<RequestEncryptionOptions> options, SettingsPaths paths)
    {
        keys = [.. options.Value.Keys.Select(key => Read(key, paths).Value)];
        Published = [.. keys.Where(key => options.Value.Keys.Exists(named => named.Id == key.KeyId && named.Published)).Select(key => key.PublicKey)];
    }

    /// <summary>What clients encrypt for.</summary>
    public IReadOnlyList<RecipientKey> Published { get; }

    /// <summary>Whether a message has the five parts of an encrypted one (RFC 7516 section 9).</summary>
    public static bool IsEncrypted(string compact) => compact.Count(Separator) == SeparatorsOfJwe;

    /// <summary>The message inside. CB2135, the same for each reason that needs a private key to be known.</summary>
    public Outcome<string> Open(string compact)
    {
        // Who it is from, its signature tells: of the type around it nothing depends, and clients write different ones.
        var outcome = EncryptedContent.Decrypt(compact, keys, new EncryptedContentPolicy
        {
            Type = null, KeyManagement = KeyManagement, ContentEncryption = ContentEncryption, MaximumLength = LongestMessage,
        });
        return outcome.Succeeded
            ? Encoding.Latin1.GetString(outcome.Value.Payload.Span)
            : ErrorCatalogue.RequestObjectSealed.With($"{outcome.Error.Code} {outcome.Error.Detail}");
    }

    public static Outcome<SoftwareDecryptionKey> Read(RequestEncryptionKeyOptions options, SettingsPaths paths)
    {
        var setting = $"RequestEncryption:{options.Id}";
        if (!EncryptionCatalogue.TryGetKeyManagement(options.Algorithm, out var algorithm))
            return ErrorCatalogue.SettingInvalid.With($"{setting}:Algorithm is '{options.Algorithm}'; there are {string.Join(", ", KeyManagement)}");
        if (options.KeyFile.Length == 0 || !File.Exists(paths.Resolve(options.KeyFile)))
            return ErrorCatalogue.SettingInvalid.With($"{setting}:KeyFile names no file");
        var key = SoftwareDecryptionKey.FromPkcs8Pem(File.ReadAllText(paths.Resolve(options.KeyFile)), options.Id, algorithm);
        return key.Succeeded ? key : ErrorCatalogue.SettingInvalid.With($"{setting}:KeyFile: {key.Error}");
    }

    public void Dispose() => keys.ForEach(key => key.Dispose());
}
