using System.Formats.Asn1;

namespace CrossBorder.Verification.Crypto.Sm2;

/// <summary>The encoding of certificates, SEQUENCE { r INTEGER, s INTEGER } (GM/T 0009-2012 7.3), beside r||s of JOSE.</summary>
internal static class Sm2DerSignature
{
    /// <summary>r||s; false for anything but the one encoding that DER has for two numbers below 2^256. Whether they are in range is asked later.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> der, out byte[] raw)
    {
        raw = [];
        try
        {
            var reader = new AsnReader(der, AsnEncodingRules.DER);
            var sequence = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            var read = new byte[Sm2Verifier.SignatureLength];
            if (!TryCopy(sequence.ReadIntegerBytes().Span, read.AsSpan(0, Sm2Scalar.Length))
                || !TryCopy(sequence.ReadIntegerBytes().Span, read.AsSpan(Sm2Scalar.Length)))
                return false;
            sequence.ThrowIfNotEmpty();
            raw = read;
            return true;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    /// <summary>The one encoding of r||s.</summary>
    public static byte[] Write(ReadOnlySpan<byte> raw)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(raw[..Sm2Scalar.Length].TrimStart((byte)0));
            writer.WriteIntegerUnsigned(raw[Sm2Scalar.Length..].TrimStart((byte)0));
        }

        return writer.Encode();
    }

    private static bool TryCopy(ReadOnlySpan<byte> integer, Span<byte> number)
    {
        if ((integer[0] & 0x80) != 0)
            return false;
        // One zero stands before a number with its high bit set; the reader has refused any other.
        if (integer[0] == 0)
            integer = integer[1..];
        if (integer.Length > number.Length)
            return false;
        integer.CopyTo(number[^integer.Length..]);
        return true;
    }
}
