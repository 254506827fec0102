using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Revocation;

/// <summary>An OCSP responder, and whose certificates it is asked about.</summary>
internal sealed class ResponderOptions
{
    /// <summary>Names it on the console and in the log; no revocation list has the same name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The issuing authority: the name of an anchor of the settings, or the SHA-256 fingerprint of an authority's certificate in hex.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>Absolute http or https address.</summary>
    public string Address { get; set; } = "";

    public ResponderNonce Nonce { get; set; } = ResponderNonce.Optional;

    /// <summary>How the issuer is named in a question. Some responders of SM2 authorities know SM3 alone.</summary>
    public CertificateIdHash CertificateHash { get; set; } = CertificateIdHash.Sha1;
}

/// <summary>Whether answers are bound to their question (RFC 9654).</summary>
internal enum ResponderNonce
{
    /// <summary>A nonce is sent; an answer without one is taken, since many are made beforehand, and one with another is not.</summary>
    Optional,

    /// <summary>None is sent.</summary>
    None,

    /// <summary>An answer that does not repeat it is not taken (CB3054).</summary>
    Required,
}
