using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>Makes the request (PKCS#10) with which an authority is asked to certify a key of the hub.</summary>
internal sealed class RequestCertificate(IManagedKeyStore store, IHubKeys settings, KeySealer sealer, IAuditLog audit, IOptions<HubOptions> hub)
{
    /// <summary>CB6134 for an unknown key, CB6130 for one that waits for no certificate, CB6131 where it does not open, CB3046 for a subject that is no name.</summary>
    /// <param name="keyId">The key.</param>
    /// <param name="subject">The distinguished name to ask for (RFC 4514); that of the certificate before it where empty.</param>
    /// <param name="officer">Who asks.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Outcome<CertificateRequest>> MakeAsync(string keyId, string? subject, string officer, CancellationToken cancellationToken)
    {
        var rows = await store.TrackedAsync(cancellationToken);
        if (ManagedKeyNames.Find(rows, keyId) is not { } key)
            return ErrorCatalogue.KeyUnknown.With("There is no such key.");
        if (!key.AwaitsCertificate)
            return ErrorCatalogue.KeyStepNotNow.With("This key waits for no certificate.");

        var opened = sealer.Open(key);
        if (!opened.TryGetValue(out var signer))
            return Outcome<CertificateRequest>.Refused(opened.Errors);
        using (signer as IDisposable)
        {
            var wanted = string.IsNullOrWhiteSpace(subject) ? SubjectFor(key, rows) : subject.Trim();
            var made = CertificateRequest.Create(signer, wanted, [hub.Value.Issuer], [TrustPurpose.HubSigning.ToOid()]);
            if (!made.Succeeded)
                return made;
            audit.Record("keys.requested", AuditActors.Officer, key.Id, new Dictionary<string, string>(KeyDetails.Of(key, officer)) { ["subject"] = made.Value.Subject });
            return (await store.SaveAsync(cancellationToken)).Map(_ => made.Value);
        }
    }

    private string SubjectFor(ManagedKey key, IReadOnlyList<ManagedKey> rows)
    {
        var before = rows.Where(row => row.Line == key.Line && row.Id != key.Id).MaxBy(row => row.ActiveSince);
        return before is not null && CertificateOf(before, settings) is { } certificate ? certificate.Subject : $"CN={new Uri(hub.Value.Issuer).Host}";
    }

    /// <summary>The certificate that a key signs with; null where it has none, or stands in the settings no more.</summary>
    public static Certificate? CertificateOf(ManagedKey key, IHubKeys settings)
    {
        if (key.Chain is { } pem)
            return Certificate.ParseMany(pem).Value[0];
        return settings.ById(key.Id) is { Chain.Count: > 0 } own ? own.Chain[0] : null;
    }
}
