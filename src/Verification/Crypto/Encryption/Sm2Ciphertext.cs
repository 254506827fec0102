using System.Formats.Asn1;
using System.Numerics;
using CrossBorder.Verification.Crypto.Sm2;

namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>C1‖C3‖C2 to and from the DER of GM/T 0009: SEQUENCE { x INTEGER, y INTEGER, hash OCTET STRING, ciphertext OCTET STRING }.</summary>
internal static class Sm2Ciphertext
{
    public static byte[] ToDer(ReadOnlySpan<byte> raw)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(new BigInteger(raw[1..33], isUnsigned: true, isBigEndian: true));
            writer.WriteInteger(new BigInteger(raw[33..Sm2Encryption.PointLength], isUnsigned: true, isBigEndian: true));
            writer.WriteOctetString(raw.Slice(Sm2Encryption.PointLength, Sm2Encryption.HashLength));
            writer.WriteOctetString(raw[(Sm2Encryption.PointLength + Sm2Encryption.HashLength)..]);
        }

        return writer.Encode();
    }

    /// <summary>Null where it is not this structure to the letter, with nothing behind it.</summary>
    public static byte[]? FromDer(byte[] der)
    {
        try
        {
            var reader = new AsnReader(der, AsnEncodingRules.DER);
            var fields = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            var x = Coordinate(fields.ReadInteger());
            var y = Coordinate(fields.ReadInteger());
            var hash = fields.ReadOctetString();
            var ciphertext = fields.ReadOctetString();
            fields.ThrowIfNotEmpty();
            return x is null || y is null || hash.Length != Sm2Encryption.HashLength ? null : [0x04, .. x, .. y, .. hash, .. ciphertext];
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static byte[]? Coordinate(BigInteger number)
    {
        var bytes = new byte[Sm2Scalar.Length];
        if (number.Sign < 0 || number.GetByteCount(isUnsigned: true) > bytes.Length)
            return null;

        var written = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        written.CopyTo(bytes, bytes.Length - written.Length);
        return bytes;
    }
}
