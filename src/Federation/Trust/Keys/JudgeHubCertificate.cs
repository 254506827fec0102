using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Trust.Revocation;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>What an authority issued for a key of the hub, as it is stored.</summary>
/// <param name="Pem">The leaf and what stands between it and the anchor.</param>
/// <param name="Ends">When the leaf ends.</param>
internal sealed record IssuedChain(string Pem, DateTimeOffset Ends);

/// <summary>
/// Whether receivers would believe what a key of the hub signs with this certificate. Asked before it is stored: later the first to say
/// no would be a department.
/// </summary>
internal sealed class JudgeHubCertificate(
    ITrustSnapshot trust, IRevocationFetches revocation, IOptions<HubOptions> hub, IOptions<KeyRotationOptions> rotation, IHostEnvironment environment, TimeProvider clock)
{
    /// <summary>CB6135 for another key's certificate, CB6136 where it does not speak for this hub, CB6137 where it ends too soon.</summary>
    /// <param name="key">Whose certificate it is to be.</param>
    /// <param name="given">What the authority sent, in any order.</param>
    /// <param name="cancellationToken">Ends the wait for what a responder says of it: nobody has asked about a new certificate yet.</param>
    public async Task<Outcome<IssuedChain>> JudgeAsync(ManagedKey key, IReadOnlyList<Certificate> given, CancellationToken cancellationToken)
    {
        var publicKey = VerificationKey.FromJwk(key.PublicJwk).Value;
        if (given.FirstOrDefault(certificate => certificate.PublicKey.IsSameKeyAs(publicKey)) is not { } leaf)
            return ErrorCatalogue.HubCertificateOfAnotherKey.With($"None of the {given.Count} certificates is for key {key.Id}.");

        var now = clock.GetUtcNow();
        List<Certificate> presented = [leaf, .. given.Where(certificate => certificate != leaf)];
        await revocation.EnsureAsync(presented, cancellationToken);
        var verified = Verify(presented, now);
        if (!verified.TryGetValue(out var chain))
            return ErrorCatalogue.HubCertificateUnfit.With(verified.Error.ToString());
        if (!leaf.SubjectAlternativeUris.Contains(hub.Value.Issuer, StringComparer.Ordinal))
            return ErrorCatalogue.HubCertificateUnfit.With($"It does not name {hub.Value.Issuer} as a URI among its alternative names.");
        if (chain.IsDevelopment && !environment.IsDevelopment())
            return ErrorCatalogue.HubCertificateUnfit.With("It was generated for development.");

        var least = rotation.Value.Announce + rotation.Value.Retire;
        return leaf.NotAfter < now + least
            ? ErrorCatalogue.HubCertificateTooShort.With($"It ends at {leaf.NotAfter:u}; a key is announced and retires for {least.TotalDays:0} days.")
            : new IssuedChain(string.Concat(chain.Path.Select(certificate => certificate.ToPem())), leaf.NotAfter);
    }

    /// <summary>A hub speaks for no place of its own: any anchor that is listed for hubs will do.</summary>
    private Outcome<VerifiedChain> Verify(IReadOnlyList<Certificate> presented, DateTimeOffset now)
    {
        var material = trust.Current;
        var tried = material.TrustList.Anchors.Where(anchor => anchor.Purposes.Contains(TrustPurpose.HubSigning))
            .Select(anchor => anchor.Jurisdiction).Distinct()
            .Select(place => ChainVerifier.Verify(presented, new ChainRequest(
                material.TrustList, place, TrustPurpose.HubSigning, now, material.RevocationAnswers, material.RevocationPolicy)))
            .ToList();
        return tried.Find(outcome => outcome.Succeeded) ?? tried.LastOrDefault()
            ?? ErrorCatalogue.ChainUntrusted.With("No anchor is listed for HubSigning.");
    }
}
