using System.Text.Json;

namespace CrossBorder.Verification.Tests.Crypto;

/// <summary>The files of Vectors/, which others may use too.</summary>
internal static class Sm2NegativeVectors
{
    public static SignatureFile Signatures { get; } = Read<SignatureFile>("sm2-signatures.json");

    public static IReadOnlyList<PublicKeyVector> PublicKeys { get; } = Read<PublicKeyFile>("sm2-public-keys.json").PublicKeys;

    public static IReadOnlyList<PrivateKeyVector> PrivateKeys { get; } = Read<PrivateKeyFile>("sm2-private-keys.json").PrivateKeys;

    public static IReadOnlyList<PemVector> Pem { get; } = Read<PemFile>("sm2-pem.json").Pem;

    private static T Read<T>(string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", file)), JsonSerializerOptions.Web)!;

    public sealed record SignatureFile(string X, string Y, IReadOnlyList<SignatureVector> Signatures);

    public sealed record SignatureVector(string Id, string Comment, string Message, string Encoding, string Signature, string Expected);

    public sealed record PublicKeyVector(string Id, string Comment, string Point, string Expected, string OpenSsl);

    public sealed record PrivateKeyVector(string Id, string Comment, string D, string Expected);

    public sealed record PemVector(string Id, string Comment, string Begin, string End, string Body, string Expected);

    private sealed record PublicKeyFile(IReadOnlyList<PublicKeyVector> PublicKeys);

    private sealed record PrivateKeyFile(IReadOnlyList<PrivateKeyVector> PrivateKeys);

    private sealed record PemFile(IReadOnlyList<PemVector> Pem);
}
