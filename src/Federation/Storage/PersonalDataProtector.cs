using System.Security.Cryptography;
using System.Text;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Storage;

/// <summary>
/// Seals a value for storage: version, key id, then the sealed content. The column's name is authenticated with it,
/// so that a value moved into another column does not open.
/// </summary>
internal sealed class PersonalDataProtector(PersonalDataKeys keys)
{
    private const byte Version = 1;

    public byte[] Protect(string column, ReadOnlySpan<byte> plaintext)
    {
        var key = keys.Active;
        var id = Encoding.UTF8.GetBytes(key.Id);
        var content = ContentCipher.Seal(key.Algorithm, key.Bytes, plaintext, Encoding.UTF8.GetBytes(column));
        return [Version, (byte)id.Length, .. id, .. content];
    }

    public byte[] Unprotect(string column, ReadOnlySpan<byte> envelope)
    {
        var id = KeyIdOf(envelope);
        var key = keys.ById(id)
            ?? throw new CryptographicException($"The personal data key '{id}' is not configured.");
        var opened = ContentCipher.Open(key.Algorithm, key.Bytes, envelope[(2 + envelope[1])..], Encoding.UTF8.GetBytes(column));
        // Nobody's input: what does not open was changed or moved in the database.
        return opened.TryGetValue(out var plaintext) ? plaintext : throw new CryptographicException($"Column {column}: {opened.Error}");
    }

    public static string KeyIdOf(ReadOnlySpan<byte> envelope)
    {
        if (envelope.Length < 2 || envelope[0] != Version || envelope.Length < 2 + envelope[1])
            throw new CryptographicException("The value is not a sealed one.");
        return Encoding.UTF8.GetString(envelope.Slice(2, envelope[1]));
    }
}
