namespace CrossBorder.Federation.Trust.Changes;

/// <summary>What officers have a certificate for.</summary>
internal enum CertificateRole
{
    /// <summary>A root, believed for a place and purposes.</summary>
    Anchor,

    /// <summary>An authority between, believed by its own issuer's word.</summary>
    Intermediate,

    /// <summary>A partner's own certificate, believed for itself: for one party and one purpose.</summary>
    Partner,

    /// <summary>A partner's own certificate, believed by its authority's word already, and registered so that its end is not missed.</summary>
    Watched,
}
