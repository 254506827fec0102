using CrossBorder.Federation.Storage;

namespace CrossBorder.Federation.SignIn;

/// <summary>How what a home calls a person or a session is found again here: by keyed hash, never in the clear.</summary>
internal sealed class HomeReferences(ILookupHasher hasher)
{
    /// <param name="issuer">The home.</param>
    /// <param name="sid">What it calls its session.</param>
    public string OfSession(string issuer, string sid) => hasher.Hash("home-session", $"{issuer}|{sid}");

    /// <summary>The same that links are kept under.</summary>
    public string OfSubject(string issuer, string subject) => hasher.Hash("home-subject", $"{issuer}|{subject}");
}
