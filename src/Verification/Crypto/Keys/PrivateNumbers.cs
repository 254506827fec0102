namespace CrossBorder.Verification.Crypto.Keys;

/// <summary>The private numbers of one kind of key and the operation that they allow.</summary>
internal abstract class PrivateNumbers : IDisposable
{
    public abstract PublicNumbers Public { get; }

    /// <summary>The members of a private JWK beside the public ones.</summary>
    public abstract IReadOnlyList<(string Name, byte[] Number)> JwkMembers { get; }

    public abstract byte[] Sign(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data);

    public abstract byte[] ToPkcs8();

    public abstract void Dispose();
}
