namespace CrossBorder.Adapters.Hsm;

/// <summary>Where a key lies in a hardware module (PKCS#11).</summary>
public sealed class HsmOptions
{
    /// <summary>The vendor's PKCS#11 library: an absolute path.</summary>
    public string Module { get; set; } = "";

    /// <summary>The label of the token.</summary>
    public string TokenLabel { get; set; } = "";

    /// <summary>A file that holds the user's PIN on one line. It is read when the token is logged in to, and never kept.</summary>
    public string PinFile { get; set; } = "";

    /// <summary>The label (<c>CKA_LABEL</c>) of the private key, the only one of that label in the token.</summary>
    public string KeyLabel { get; set; } = "";
}
