using CrossBorder.Verification.Crypto;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace CrossBorder.Adapters.Hsm;

/// <summary>An RSA key in a hardware module. A module that fails is an exception: it is a dead dependency.</summary>
internal sealed class HsmSigningKey(
    HsmSessionPool sessions, SignatureAlgorithm algorithm, VerificationKey publicKey, IReadOnlyList<Certificate> chain) : ISigningKey, IDisposable
{
    private const uint SaltLength = 32;

    public string KeyId => publicKey.KeyId;

    public SignatureAlgorithm Algorithm => algorithm;

    public VerificationKey PublicKey => publicKey;

    public IReadOnlyList<Certificate> Chain => chain;

    public static bool Supports(SignatureAlgorithm algorithm) =>
        algorithm == AlgorithmCatalogue.RS256 || algorithm == AlgorithmCatalogue.PS256;

    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        var input = data.ToArray();
        return sessions.Use(session =>
        {
            using var mechanism = Mechanism(session.Session.Factories);
            return session.Session.Sign(mechanism, session.Key, input);
        });
    }

    public void Dispose() => sessions.Dispose();

    private IMechanism Mechanism(Pkcs11InteropFactories factories)
    {
        if (algorithm == AlgorithmCatalogue.RS256)
            return factories.MechanismFactory.Create(CKM.CKM_SHA256_RSA_PKCS);

        var parameters = factories.MechanismParamsFactory.CreateCkRsaPkcsPssParams(
            (ulong)CKM.CKM_SHA256, (ulong)CKG.CKG_MGF1_SHA256, SaltLength);
        return factories.MechanismFactory.Create(CKM.CKM_SHA256_RSA_PKCS_PSS, parameters);
    }
}
