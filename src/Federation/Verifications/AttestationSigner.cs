using System.Text.Json;
using System.Text.Json.Serialization;
using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Verifications;

/// <summary>Signs what was found. It says that a question was answered with yes or no, and not about whom.</summary>
internal sealed class AttestationSigner(
    IHubSigners keys, IOptions<HubOptions> hub, IOptions<DepartmentsOptions> departments, IOptions<VerificationsOptions> options, TimeProvider clock)
{
    public const string Type = "cross-border-verification+jws";

    // The client of a department is named after it.
    private const string ClientPrefix = "department-";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>CB6138 while no key signs attestations.</summary>
    public Outcome<SignedAttestation> Sign(string clientId, string documentType, bool match, QuestionCommitment? commitment)
    {
        if (KeyFor(clientId) is not { } key)
            return ErrorCatalogue.NoKeySigns.With("No key signs attestations now.");
        var id = Guid.NewGuid().ToString("N");
        var now = clock.GetUtcNow();
        var payload = JsonSerializer.SerializeToUtf8Bytes(new
        {
            Iss = hub.Value.Issuer,
            Aud = clientId,
            Jti = id,
            Iat = now.ToUnixTimeSeconds(),
            Exp = (now + options.Value.AttestationLifetime).ToUnixTimeSeconds(),
            Match = match,
            DocumentType = documentType,
            Commitment = commitment?.With(key.Algorithm),
        }, Json);
        return new SignedAttestation(id, key.KeyId, now, now + options.Value.AttestationLifetime, Jws.Sign(key, Type, payload));
    }

    /// <summary>What the department registered for its envelopes, or else SM2; and where there is no such key for attestations, one that there is.</summary>
    private ISigningKey? KeyFor(string clientId)
    {
        var registered = clientId.StartsWith(ClientPrefix, StringComparison.Ordinal)
            ? departments.Value.Find(clientId[ClientPrefix.Length..])?.EnvelopeAlgorithm
            : null;
        var fitting = keys.For(KeyUses.Attestations);
        return fitting.FirstOrDefault(key => key.Algorithm.Name == registered)
            ?? fitting.FirstOrDefault(key => key.Algorithm == AlgorithmCatalogue.Sm2)
            ?? (fitting is [var any, ..] ? any : null);
    }
}

/// <summary>An attestation, and what is kept of it beside the log.</summary>
/// <param name="KeyId">The key of the hub that signed it.</param>
internal sealed record SignedAttestation(string Id, string KeyId, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt, string Compact);
