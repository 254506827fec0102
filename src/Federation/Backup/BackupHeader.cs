using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Backup;

/// <summary>
/// The open part of a backup: what kind of file it is and how the key comes out of the passphrase. The chunks behind it are bound to all of it.
/// </summary>
/// <remarks>Magic (8), version (1), rounds (4, big-endian), salt (32), proof of the passphrase (32), SHA-256 of all that (32).</remarks>
internal sealed class BackupHeader : IDisposable
{
    public const int Length = 109;
    public const byte Version = 1;

    /// <summary>Of PBKDF2-HMAC-SHA-256: what OWASP asks for is the least.</summary>
    public const int LeastRounds = 600_000;

    // A made-up file must not keep whoever verifies it busy for hours.
    private const int MostRounds = 10_000_000;
    private const int SaltLength = 32;

    private static readonly byte[] Magic = "CBTRUSTB"u8.ToArray();

    private readonly byte[] key;

    private BackupHeader(byte[] bytes, byte[] key) => (Bytes, this.key) = (bytes, key);

    public byte[] Bytes { get; }

    /// <summary>For AES-256-GCM; no other file has it, because its salt is drawn anew.</summary>
    public ReadOnlySpan<byte> Key => key.AsSpan(0, 32);

    public static BackupHeader Create(string passphrase, int rounds = LeastRounds)
    {
        var bytes = new byte[Length];
        Magic.CopyTo(bytes, 0);
        bytes[8] = Version;
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(9), rounds);
        RandomNumberGenerator.Fill(bytes.AsSpan(13, SaltLength));
        var key = Derive(passphrase, bytes);
        Proof(key, bytes).CopyTo(bytes.AsSpan(45));
        SHA256.HashData(bytes.AsSpan(0, 77)).CopyTo(bytes.AsSpan(77));
        return new BackupHeader(bytes, key);
    }

    /// <summary>CB6151 where it is no backup, CB6152 for another version, CB6154 where it was damaged, CB6153 for another passphrase.</summary>
    public static Outcome<BackupHeader> Read(byte[] bytes, string passphrase)
    {
        if (bytes.Length < Magic.Length + 1 || !bytes.AsSpan(0, Magic.Length).SequenceEqual(Magic))
            return ErrorCatalogue.BackupNotOne.With("It does not begin as a backup does.");
        if (bytes[8] != Version)
            return ErrorCatalogue.BackupVersionForeign.With($"It has version {bytes[8]}; this hub reads version {Version}.");
        if (bytes.Length != Length || !SHA256.HashData(bytes.AsSpan(0, 77)).AsSpan().SequenceEqual(bytes.AsSpan(77)))
            return ErrorCatalogue.BackupDamaged.With("Its header was changed or cut off.");
        if (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(9)) is < LeastRounds or > MostRounds)
            return ErrorCatalogue.BackupDamaged.With("Its key derivation is out of range.");

        var key = Derive(passphrase, bytes);
        if (CryptographicOperations.FixedTimeEquals(Proof(key, bytes), bytes.AsSpan(45, 32)))
            return new BackupHeader(bytes, key);
        CryptographicOperations.ZeroMemory(key);
        return ErrorCatalogue.BackupPassphraseWrong.With("The passphrase does not open it.");
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(key);

    private static byte[] Derive(string passphrase, byte[] bytes) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(passphrase.Normalize(NormalizationForm.FormC)), bytes.AsSpan(13, SaltLength).ToArray(),
        BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(9)), HashAlgorithmName.SHA256, 64);

    // By the other half of what was derived, so that it tells nothing of the key.
    private static byte[] Proof(byte[] key, byte[] bytes) => HMACSHA256.HashData(key.AsSpan(32), bytes.AsSpan(0, 45));
}
