using System.Security.Cryptography;
using CrossBorder.Verification.Crypto.Keys;

namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>The one operation of a private key in memory, over its own copy of the private numbers, which it zeroes.</summary>
internal abstract class PrivateOperation : IDisposable
{
    private readonly IReadOnlyList<(string Name, byte[] Number)> members;
    private bool disposed;

    protected PrivateOperation(PrivateNumbers numbers) =>
        members = [.. numbers.JwkMembers.Select(member => (member.Name, Number: member.Number.ToArray()))];

    /// <summary>The members of a private JWK beside the public ones.</summary>
    public IReadOnlyList<(string Name, byte[] Number)> JwkMembers
    {
        get
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return members;
        }
    }

    public static PrivateOperation Of(PrivateNumbers numbers) => numbers.Public switch
    {
        RsaNumbers rsa => new RsaOaepOperation(numbers, rsa),
        EcNumbers => new AgreementOperation(numbers),
        _ => new Sm2Operation(numbers),
    };

    public byte[]? Recover(ReadOnlySpan<byte> input)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return Apply(input);
    }

    public void Dispose()
    {
        if (disposed)
            return;

        disposed = true;
        Close();
        foreach (var (_, number) in members)
            CryptographicOperations.ZeroMemory(number);
    }

    protected byte[] Member(string name) => members.First(member => member.Name == name).Number;

    protected abstract byte[]? Apply(ReadOnlySpan<byte> input);

    protected abstract void Close();
}
