using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>
/// How a refusal names the link at fault: by its index (the signer's certificate is 0, the anchor comes last) and its subject,
/// so that an officer knows whom to write to.
/// </summary>
internal static class PathLinks
{
    public static string NameOf(int index, Certificate certificate) => index == 0
        ? $"Certificate 0, the signer's ({certificate.Subject}, serial {certificate.SerialNumber})"
        : $"Certificate {index} ({certificate.Subject}, serial {certificate.SerialNumber})";

    public static string NameOf(this CertificatePath path, int index) => index < path.Path.Count
        ? NameOf(index, path.Path[index])
        : $"The anchor '{path.Anchor.Name}' ({path.Anchor.Certificate.Subject})";

    /// <summary>The certificate at this index, the anchor's own at the end.</summary>
    public static Certificate At(this CertificatePath path, int index) => index < path.Path.Count ? path.Path[index] : path.Anchor.Certificate;

    /// <summary>The refusal of one link.</summary>
    public static Error Refuse(this CertificatePath path, int index, ErrorDescriptor descriptor, string why) =>
        descriptor.With($"{path.NameOf(index)} {why}");
}
