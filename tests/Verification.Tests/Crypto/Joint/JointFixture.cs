using System.Text;
using System.Text.Json.Nodes;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Joint;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Tests.Crypto.Joint;

/// <summary>The two sides of the border: Guangdong signs with SM2, Hong Kong with RSA.</summary>
internal sealed class JointFixture
{
    public const string Type = "cross-border-test+jws";

    public SoftwareSigningKey Guangdong { get; } = Keys.Of(AlgorithmCatalogue.Sm2);

    public SoftwareSigningKey HongKong { get; } = Keys.Of(AlgorithmCatalogue.PS256);

    public JointPolicy Policy(SignatureRequirement requirement) => new()
    {
        Type = Type,
        Requirement = requirement,
        Signers =
        [
            ExpectedSigner.Registered("guangdong", ["SGD_SM3_SM2"], [Guangdong.PublicKey], Jurisdiction.Guangdong),
            ExpectedSigner.Registered("hong-kong", ["PS256", "ES256"], [HongKong.PublicKey], Jurisdiction.HongKong),
        ],
    };

    public JsonObject Signed(string payload = "{}") => Signed([Guangdong, HongKong], payload);

    public static JsonObject Signed(IReadOnlyList<ISigningKey> keys, string payload = "{}") =>
        JsonNode.Parse(Jws.SignJson(keys, Type, Encoding.UTF8.GetBytes(payload)))!.AsObject();

    public static string Part(string text) => Base64Url.Encode(Encoding.UTF8.GetBytes(text));

    public static JsonObject SignatureOf(ISigningKey key, string header, string payload)
    {
        var encoded = Part(header);
        return new JsonObject
        {
            ["protected"] = encoded,
            ["signature"] = Base64Url.Encode(key.Sign(Encoding.ASCII.GetBytes($"{encoded}.{Part(payload)}"))),
        };
    }
}
