using System.Text.Json;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace CrossBorder.Adapters.Hsm;

/// <summary>The private key object of a token: found by its label, and looked at before it is used.</summary>
internal static class HsmKeyObject
{
    /// <summary>The curve of SM2 as CKA_EC_PARAMS holds it: the object identifier 1.2.156.10197.1.301 in DER.</summary>
    private static readonly byte[] Sm2Curve = [0x06, 0x08, 0x2A, 0x81, 0x1C, 0xCF, 0x55, 0x01, 0x82, 0x2D];

    /// <summary>All private keys of that label; the user is logged in.</summary>
    public static IReadOnlyList<IObjectHandle> Find(ISession session, string label) => session.FindAllObjects(
    [
        session.Factories.ObjectAttributeFactory.Create(CKA.CKA_CLASS, CKO.CKO_PRIVATE_KEY),
        session.Factories.ObjectAttributeFactory.Create(CKA.CKA_LABEL, label),
    ]);

    /// <summary>The public half of an RSA key; anything else is refused with CB4021.</summary>
    public static Outcome<VerificationKey> ReadPublicKey(ISession session, IObjectHandle key, string keyId)
    {
        var type = (CKK)session.GetAttributeValue(key, [CKA.CKA_KEY_TYPE])[0].GetValueAsUlong();
        if (type == CKK.CKK_EC && session.GetAttributeValue(key, [CKA.CKA_EC_PARAMS])[0].GetValueAsByteArray().AsSpan().SequenceEqual(Sm2Curve))
        {
            return ErrorCatalogue.HsmKeyUnusable.With(
                "The key is on the curve of SM2, and what the module signs with it (CKM_ECDSA) is ECDSA, which nobody verifies as SM2.");
        }

        if (type != CKK.CKK_RSA)
            return ErrorCatalogue.HsmKeyUnusable.With("The key is not an RSA key.");

        var numbers = session.GetAttributeValue(key, [CKA.CKA_MODULUS, CKA.CKA_PUBLIC_EXPONENT]);
        return VerificationKey.FromJwk(JsonSerializer.Serialize(new
        {
            kty = "RSA",
            n = Encode(numbers[0]),
            e = Encode(numbers[1]),
            kid = keyId,
        }));
    }

    private static string Encode(IObjectAttribute number) => System.Buffers.Text.Base64Url.EncodeToString(number.GetValueAsByteArray());
}
