namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>How signing is spoken of: no official text could be read, and every name is a setting.</summary>
public sealed class IamSmartSigningSettings
{
    /// <summary>The path of the question.</summary>
    public string Path { get; set; } = "account/signing/initiateRequest";

    /// <summary>Member of the question with the digest in base64.</summary>
    public string Digest { get; set; } = "hashCode";

    /// <summary>Member of the question that names the algorithm.</summary>
    public string Algorithm { get; set; } = "sigAlgo";

    /// <summary>How RSASSA-PKCS1-v1_5 with SHA-256 is called there.</summary>
    public string AlgorithmName { get; set; } = "SHA256withRSA";

    /// <summary>Member of the question that the app shows.</summary>
    public string Title { get; set; } = "documentName";

    /// <summary>Member of the answer with the signature in base64.</summary>
    public string Signature { get; set; } = "signature";

    /// <summary>Member of the answer with the signer's certificate in base64 (DER); or a list of them, leaf first.</summary>
    public string Certificate { get; set; } = "cert";

    /// <summary>Member of the answer with the time of signing in milliseconds.</summary>
    public string Time { get; set; } = "timestamp";
}
