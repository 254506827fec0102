using CrossBorder.Adapters.Ports;

namespace CrossBorder.Federation.Verifications;

/// <summary>Whether the holder of a document is the person asked about. Nothing is scored; nearly equal is not equal.</summary>
internal static class HolderComparison
{
    // Nobody: born before anyone whom a request may name. Compared with where there is no holder, so that an unknown document is
    // worked on like a known one.
    private static readonly DocumentHolder Nobody = new("NOBODY Known Here", "查無此人", new DateOnly(1800, 1, 1));

    /// <param name="holders">
    /// All that the directory knows of the document. Where there are several all must fit: an attestation does not choose between two
    /// who claim to be one person.
    /// </param>
    public static bool Matches(VerificationRequest request, IReadOnlyList<DocumentHolder> holders)
    {
        var name = NameParts.Of(request.Name);
        var matches = true;
        // Every comparison is made, whatever the one before it found.
        foreach (var holder in holders.Count > 0 ? holders : [Nobody])
            matches &= name.Fits(holder.LatinName, holder.HanName) & holder.Birthdate == request.Birthdate;
        return matches;
    }
}
