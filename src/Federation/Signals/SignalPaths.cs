namespace CrossBorder.Federation.Signals;

/// <summary>Where receivers manage their streams, below the issuer; published by <c>/.well-known/ssf-configuration</c>.</summary>
internal static class SignalPaths
{
    public const string Configuration = ".well-known/ssf-configuration";
    public const string Streams = "signals/streams";
    public const string Status = "signals/status";
    public const string AddSubject = "signals/subjects/add";
    public const string RemoveSubject = "signals/subjects/remove";
    public const string Verification = "signals/verification";

    /// <summary>Followed by the id of the stream.</summary>
    public const string Poll = "signals/poll/";

    public static string Under(string issuer, string path) => issuer.TrimEnd('/') + "/" + path;
}
