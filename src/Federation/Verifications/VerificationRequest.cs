using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Verifications;

/// <summary>What a client wants to know: whether this document is held by a person of this name, born on this day.</summary>
/// <param name="Name">In Latin letters, in Han characters, or both.</param>
internal sealed record VerificationRequest(IdentityDocument Document, string Name, DateOnly Birthdate)
{
    /// <summary>The type alone: a person never gets into a log by way of a record's text.</summary>
    public override string ToString() => Document.Type;
}
