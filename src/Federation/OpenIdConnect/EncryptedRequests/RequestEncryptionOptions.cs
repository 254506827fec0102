namespace CrossBorder.Federation.OpenIdConnect.EncryptedRequests;

/// <summary>Section <c>RequestEncryption</c>: the hub's keys that clients encrypt their signed requests for (RFC 9101 section 6.1).</summary>
internal sealed class RequestEncryptionOptions
{
    /// <summary>Empty where no encrypted request is taken.</summary>
    public List<RequestEncryptionKeyOptions> Keys { get; set; } = [];
}

internal sealed class RequestEncryptionKeyOptions
{
    /// <summary>The <c>kid</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary><c>RSA-OAEP-256</c>, <c>ECDH-ES</c>, <c>ECDH-ES+A256KW</c> or <c>SGD_SM2_3</c>.</summary>
    public string Algorithm { get; set; } = "";

    /// <summary>PKCS#8 in PEM, not encrypted.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>False for a key that still opens what is on its way, and that nobody should encrypt for any more.</summary>
    public bool Published { get; set; } = true;
}
