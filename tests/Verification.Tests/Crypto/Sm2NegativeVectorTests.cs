using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Certificates;
using CrossBorder.Verification.Crypto.Keys;
using CrossBorder.Verification.Crypto.Sm2;
using CrossBorder.Verification.Tests.Pki;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1.X9;
using BcInteger = Org.BouncyCastle.Math.BigInteger;

namespace CrossBorder.Verification.Tests.Crypto;

/// <summary>What must not verify and must not be read, each with its reason in Vectors/; by both arithmetics, before and after a key has its table.</summary>
public sealed class Sm2NegativeVectorTests
{
    private static readonly Dictionary<bool, Sm2Verifier> Verifiers = new[] { true, false }.ToDictionary(own => own, Verifier);

    public static TheoryData<string> Signatures => [.. Sm2NegativeVectors.Signatures.Signatures.Select(vector => vector.Id)];

    public static TheoryData<string> PublicKeys => [.. Sm2NegativeVectors.PublicKeys.Select(vector => vector.Id)];

    public static TheoryData<string> PrivateKeys => [.. Sm2NegativeVectors.PrivateKeys.Select(vector => vector.Id)];

    public static TheoryData<string> Pem => [.. Sm2NegativeVectors.Pem.Select(vector => vector.Id)];

    [Theory]
    [MemberData(nameof(Signatures))]
    public void A_signature_holds_or_not_as_its_vector_says(string id)
    {
        var vector = Sm2NegativeVectors.Signatures.Signatures.Single(vector => vector.Id == id);
        var message = Convert.FromHexString(vector.Message);
        var signature = Convert.FromHexString(vector.Signature);
        foreach (var own in new[] { true, false })
        {
            Assert.Equal(vector.Expected == "valid", Holds(Verifier(own)));
            Assert.Equal(vector.Expected == "valid", Holds(Verifiers[own]));
        }

        bool Holds(Sm2Verifier verifier) => vector.Encoding == "der"
            ? Sm2DerSignature.TryRead(signature, out var raw) && verifier.Verify(message, raw)
            : verifier.Verify(message, signature);
    }

    [Theory]
    [MemberData(nameof(PublicKeys))]
    public void A_public_key_is_read_or_not_as_its_vector_says(string id)
    {
        var vector = Sm2NegativeVectors.PublicKeys.Single(vector => vector.Id == id);
        var point = Convert.FromHexString(vector.Point);
        var spki = new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.IdECPublicKey, GMObjectIdentifiers.sm2p256v1), point);
        Assert.Equal(vector.Expected == "accepted", SubjectKey.Read(spki).Succeeded);
        if (point is not [0x04, ..])
            return;

        var (x, y) = (point[1..33], point[33..]);
        var jwk = $$"""{"kty":"EC","crv":"sm2p256v1","x":"{{Base64Url.Encode(x)}}","y":"{{Base64Url.Encode(y)}}"}""";
        Assert.Equal(vector.Expected == "accepted", VerificationKey.FromJwk(jwk).Succeeded);
        Assert.Equal(vector.Expected == "accepted", Sm2Verifier.TryCreate(x, y, false, out _));
    }

    [Theory]
    [MemberData(nameof(PrivateKeys))]
    public void A_private_key_is_read_or_not_as_its_vector_says(string id)
    {
        var vector = Sm2NegativeVectors.PrivateKeys.Single(vector => vector.Id == id);
        var d = new BcInteger(1, Convert.FromHexString(vector.D));
        Assert.Equal(vector.Expected == "accepted", Sm2PrivateNumbers.From(d).Succeeded);
    }

    [Theory]
    [MemberData(nameof(Pem))]
    public void A_twisted_PEM_is_read_or_not_as_its_vector_says(string id)
    {
        var vector = Sm2NegativeVectors.Pem.Single(vector => vector.Id == id);
        var authority = Authority.Root("Root", AlgorithmCatalogue.Sm2);
        var text = (vector.Begin.Length > 0 ? $"-----BEGIN {vector.Begin}-----\n" : "")
            + Twist(authority.Certificate.Der.ToArray(), vector.Body)
            + (vector.End.Length > 0 ? $"\n-----END {vector.End}-----\n" : "");

        var read = Certificate.Parse(System.Text.Encoding.ASCII.GetBytes(text));

        Assert.Equal(vector.Expected != "refused", read.Succeeded);
        if (read.Succeeded)
            Assert.Equal(vector.Expected == "accepted", CertificateSignature.Holds(read.Value, authority.Certificate));
        else
            Assert.Equal("CB3008", read.Error.Code);
    }

    private static string Twist(byte[] der, string how)
    {
        var lines = Convert.ToBase64String(der, Base64FormattingOptions.InsertLineBreaks);
        switch (how)
        {
            case "empty":
                return "";
            case "one-line":
                return Convert.ToBase64String(der);
            case "half":
                return Convert.ToBase64String(der[..(der.Length / 2)]);
            case "last-bytes-swapped":
                // Two that differ, or nothing would be exchanged.
                var last = der.Length - 1;
                while (der[last] == der[last - 1])
                    last--;
                (der[last], der[last - 1]) = (der[last - 1], der[last]);
                return Convert.ToBase64String(der);
            case "star":
                return $"{lines[..20]}*{lines[21..]}";
            case "url":
                return Base64Url.Encode(der);
            case "longer":
                return Convert.ToBase64String([.. der, 0]);
            case "twice":
                return Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(lines));
            default:
                return lines;
        }
    }

    private static Sm2Verifier Verifier(bool withOwnArithmetic)
    {
        var file = Sm2NegativeVectors.Signatures;
        Assert.True(Sm2Verifier.TryCreate(Convert.FromHexString(file.X), Convert.FromHexString(file.Y), withOwnArithmetic, out var verifier));
        return verifier;
    }
}
