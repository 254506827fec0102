using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Net.Pkcs11Interop.Common;

namespace CrossBorder.Adapters.Hsm;

/// <summary>Opens keys over PKCS#11: RS256 and PS256.</summary>
internal sealed class Pkcs11Keys : IHardwareKeys
{
    public Outcome<ISigningKey> Open(HsmOptions options, SignatureAlgorithm algorithm, string keyId, IReadOnlyList<Certificate> chain)
    {
        var faults = HsmOptionsValidator.Faults(options);
        if (faults.Count > 0)
            return Outcome<ISigningKey>.Refused(faults);

        try
        {
            return HsmToken.Find(options) is { } token
                ? Open(token, options.KeyLabel, algorithm, keyId, chain)
                : Unavailable($"The module does not have one token labelled '{options.TokenLabel}'.");
        }
        catch (Pkcs11Exception exception)
        {
            // The code alone: what is wrong with a PIN must not lead anybody to write the PIN down.
            return Unavailable($"The module answered {exception.RV} to {exception.Method}.");
        }
        catch (Exception exception) when (exception is UnmanagedException or DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            return Unavailable("The module is no PKCS#11 library of this platform.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Unavailable("The PIN file cannot be read.");
        }
    }

    private static Outcome<ISigningKey> Open(
        HsmToken token, string label, SignatureAlgorithm algorithm, string keyId, IReadOnlyList<Certificate> chain)
    {
        using var session = token.Open();
        var found = HsmKeyObject.Find(session, label);
        if (found.Count != 1)
            return Unavailable($"The token has {found.Count} private keys labelled '{label}'; one is wanted.");

        return HsmKeyObject.ReadPublicKey(session, found[0], keyId).Then(publicKey =>
        {
            if (!HsmSigningKey.Supports(algorithm))
                return ErrorCatalogue.HsmKeyUnusable.With($"Keys in a module sign with RS256 or PS256, not with {algorithm.Name}.");
            if (chain.Count > 0 && !chain[0].PublicKey.IsSameKeyAs(publicKey))
                return ErrorCatalogue.HsmKeyUnusable.With("The first certificate certifies another key than the one in the module.");

            var pool = new HsmSessionPool(() => OpenSession(token, label));
            return Outcome<ISigningKey>.Of(new HsmSigningKey(pool, algorithm, publicKey, chain));
        });
    }

    private static HsmSession OpenSession(HsmToken token, string label)
    {
        var session = token.Open();
        if (HsmKeyObject.Find(session, label) is [var key])
            return new HsmSession(session, key);

        session.Dispose();
        throw new InvalidOperationException($"The key '{label}' is no longer in its token.");
    }

    private static Error Unavailable(string detail) => ErrorCatalogue.HsmUnavailable.With(detail);
}
