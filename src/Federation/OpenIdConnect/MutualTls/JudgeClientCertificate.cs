using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Revocation;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.OpenIdConnect.MutualTls;

/// <summary>
/// Whether a certificate is the client's. Under <c>tls_client_auth</c> it leads to an anchor of the client's place for clients, is not revoked, and bears
/// the registered subject; under <c>self_signed_tls_client_auth</c> it is one of those registered, and in force. RSA, ECDSA and SM2 alike.
/// </summary>
internal sealed class JudgeClientCertificate(ClientKeys keys, ITrustSnapshot trust, IRevocationFetches revocation, IHostEnvironment environment, TimeProvider clock)
{
    /// <summary>CB2040 where it is not, with what the chain checks say.</summary>
    public async Task<Outcome<Certificate>> JudgeAsync(
        string clientId, string method, ImmutableDictionary<string, string> settings, X509Certificate2 presented, CancellationToken cancellationToken)
    {
        var read = Certificate.Parse(presented.RawData);
        if (!read.TryGetValue(out var certificate))
            return Refuse(read.Error.ToString());
        if (method == ClientMethods.SelfSignedTlsClientAuth)
            return JudgeRegistered(clientId, certificate);

        if (!CertificateSubject.IsOf(presented, settings.GetValueOrDefault(CertificateSubject.Setting, "")))
            return Refuse("Its subject is not the registered one.");
        await revocation.EnsureAsync([certificate], cancellationToken);
        var material = trust.Current;
        var verified = ChainVerifier.Verify([certificate], new ChainRequest(
            material.TrustList, new Jurisdiction(settings.GetValueOrDefault(CertificateSubject.JurisdictionSetting, "")), TrustPurpose.ClientAuthentication,
            clock.GetUtcNow(), material.RevocationAnswers, material.RevocationPolicy) { Party = PartyNames.OfRelyingParty(clientId) });
        if (!verified.TryGetValue(out var chain))
            return Refuse(verified.Error.ToString());
        return chain.IsDevelopment && !environment.IsDevelopment() ? Refuse("It was generated for development.") : certificate;
    }

    private Outcome<Certificate> JudgeRegistered(string clientId, Certificate certificate)
    {
        var now = clock.GetUtcNow();
        if (now < certificate.NotBefore || now > certificate.NotAfter)
            return Refuse("It is not in force.");
        return RegisteredOf(keys.Find(clientId)).Any(known => known.AsSpan().SequenceEqual(certificate.Der.Span)) ? certificate : Refuse("It is none of those registered.");
    }

    /// <summary>The first certificate of each <c>x5c</c> (RFC 8705 section 2.2.2).</summary>
    private static IEnumerable<byte[]> RegisteredOf(ClientKeySet? set)
    {
        if (set is null)
            yield break;

        using var document = JsonDocument.Parse(set.Json);
        foreach (var key in document.RootElement.GetProperty("keys").EnumerateArray())
            if (key.TryGetProperty("x5c", out var chain) && chain.ValueKind == JsonValueKind.Array && chain.GetArrayLength() > 0
                && chain[0].ValueKind == JsonValueKind.String && chain[0].TryGetBytesFromBase64(out var der))
                yield return der;
    }

    private static Error Refuse(string detail) => ErrorCatalogue.ClientCertificateRefused.With(detail);
}
