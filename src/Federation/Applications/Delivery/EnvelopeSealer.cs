using System.Text;
using CrossBorder.Adapters.Departments;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Revocation;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto.Encryption;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Applications.Delivery;

/// <summary>
/// Encrypts a signed envelope for a department that registered a key, on its way out: what is stored, signed for and evidence is the signed one.
/// Where its certificate does not hold, nothing goes out, least of all unencrypted.
/// </summary>
internal sealed class EnvelopeSealer(ITrustSnapshot trust, RevocationOnDemand revocation, TimeProvider clock)
{
    public const string Type = "cross-border-application+jwe";

    /// <summary>What goes out. Refusals: CB3007 for the file of the key, CB3012 and CB30xx for its certificate.</summary>
    public async Task<Outcome<string>> SealAsync(string envelope, DepartmentOptions department, CancellationToken cancellationToken)
    {
        if (department.EncryptionKeyFile.Length == 0)
            return envelope;

        var read = EnvelopeRecipient.Read(department.EncryptionKeyFile);
        if (!read.TryGetValue(out var recipient))
            return Outcome<string>.Refused(read.Errors);
        if (recipient.Chain.Count > 0)
        {
            await revocation.EnsureAsync(recipient.Chain, cancellationToken);
            if (Refusal(recipient, department) is { } error)
                return error;
        }

        return Jwe.Encrypt(recipient.Key, SettingsFor(recipient, department), Encoding.ASCII.GetBytes(envelope));
    }

    private static EncryptionSettings SettingsFor(EnvelopeRecipient recipient, DepartmentOptions department) => new()
    {
        Type = Type,
        ContentType = EnvelopeSigner.Type,
        Encryption = EncryptionCatalogue.TryGetContentEncryption(department.ContentEncryption, out var chosen) ? chosen : recipient.UsualEncryption,
    };

    private Error? Refusal(EnvelopeRecipient recipient, DepartmentOptions department)
    {
        var (snapshot, party) = (trust.Current, PartyNames.OfDepartment(department.Slug));
        var request = new ChainRequest(
            snapshot.TrustList, new Jurisdiction(department.Jurisdiction), TrustPurpose.EnvelopeEncryption, clock.GetUtcNow(),
            snapshot.RevocationAnswers, snapshot.RevocationPolicy);
        var verified = ChainVerifier.Verify(recipient.Chain, request);
        if (!verified.TryGetValue(out var chain))
            return verified.Error;
        return chain.SpeaksFor(party) ? null : ErrorCatalogue.IssuerNotCertified.With($"The certificate for encryption does not name '{party}'.");
    }
}
