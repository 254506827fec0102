using System.Formats.Asn1;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>
/// The certificates of a PKCS#7 or CMS signed-data structure (RFC 5652 section 5.1). Whoever signed it is not asked: it is only their wrapping.
/// </summary>
internal static class Pkcs7Reading
{
    private const string SignedData = "1.2.840.113549.1.7.2";

    /// <summary>The same structure as GM/T 0010 numbers it.</summary>
    private const string SignedDataOfGm = "1.2.156.10197.6.1.4.2.2";

    private static readonly Asn1Tag Context0 = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <exception cref="AsnContentException">It is malformed.</exception>
    public static Outcome<List<Certificate>> Read(AsnReader contentInfo)
    {
        if (contentInfo.ReadObjectIdentifier() is not (SignedData or SignedDataOfGm))
            return ErrorCatalogue.ImportUnreadable.With("It is a PKCS#7 structure, but not one of certificates.");

        var wrapped = contentInfo.ReadSequence(Context0);
        contentInfo.ThrowIfNotEmpty();
        var signed = wrapped.ReadSequence();
        wrapped.ThrowIfNotEmpty();
        signed.ReadInteger();
        signed.ReadSetOf();
        signed.ReadSequence();
        var found = new List<Certificate>();
        if (!signed.HasData || !signed.PeekTag().HasSameClassAndValue(Context0))
            return found;

        var certificates = signed.ReadSetOf(skipSortOrderValidation: true, Context0);
        while (certificates.HasData)
        {
            // Attribute certificates and the like stand under tags of their own; they certify no key.
            var encoded = certificates.ReadEncodedValue();
            if (encoded.Span[0] != 0x30)
                continue;
            var read = Certificate.Parse(encoded.Span);
            if (!read.TryGetValue(out var certificate))
                return Outcome<List<Certificate>>.Refused(read.Errors);
            found.Add(certificate);
        }

        return found;
    }
}
