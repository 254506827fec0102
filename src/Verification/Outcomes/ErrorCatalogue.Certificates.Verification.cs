namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>The certificates of the path state no policy that is required.</summary>
    public static ErrorDescriptor CertificatePolicyMissing { get; } = new("CB3018", 403,
        new("證書政策不符", "证书策略不符", "The certificate was not issued under the policy required"),
        new("請使用按所需證書政策簽發的證書。", "请使用按所需证书策略签发的证书。", "Use a certificate that was issued under the required policy."));
}
