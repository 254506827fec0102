namespace CrossBorder.Verification.Trust;

/// <summary>What a certificate may be used for. A leaf says it by extended key usage, an anchor is listed for it.</summary>
public enum TrustPurpose
{
    /// <summary>Identity assertions of a home provider.</summary>
    AssertionSigning,

    /// <summary>Receipts and events of a department.</summary>
    ReceiptSigning,

    /// <summary>Clients that authenticate by certificate.</summary>
    ClientAuthentication,

    /// <summary>Answers of an account directory or a licence source.</summary>
    DirectorySigning,

    /// <summary>Envelopes, consents and seals of the hub.</summary>
    HubSigning,

    /// <summary>Nothing is signed with it: envelopes are encrypted for the department that it names.</summary>
    EnvelopeEncryption,

    /// <summary>Applications that residents sign themselves: the certificate is a person's.</summary>
    ResidentSigning,
}
