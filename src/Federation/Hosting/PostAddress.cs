namespace CrossBorder.Federation.Hosting;

/// <summary>An address of the settings to which the hub posts what concerns residents.</summary>
internal static class PostAddress
{
    /// <summary>What <see cref="IsSafe"/> asks for, as the end of a sentence about a setting.</summary>
    public const string Fault = "which is neither https nor, in Development, http on loopback, or has a fragment or a password";

    /// <summary>Plain http would show what is posted to whoever listens; a password in an address ends in logs.</summary>
    public static bool IsSafe(string address, IHostEnvironment environment) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback && environment.IsDevelopment()));
}
