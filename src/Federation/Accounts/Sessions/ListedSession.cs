namespace CrossBorder.Federation.Accounts.Sessions;

/// <summary>A sign-in that lives, as far as its resident or an officer needs it to recognise it: nothing of who somebody is.</summary>
/// <param name="Id">Internal.</param>
/// <param name="Home">Scheme of the home.</param>
/// <param name="Assurance">As its URN.</param>
/// <param name="Device">The kind of browser; null where it could not be told.</param>
/// <param name="StartedAt">When they signed in.</param>
/// <param name="SeenAt">When the browser was last here.</param>
/// <param name="IsBrowserOpen">False where the browser is signed out by its limits, while services go on by what they were allowed.</param>
/// <param name="Clients">The relying parties that it reached, by client id.</param>
internal sealed record ListedSession(
    string Id, string Home, string Assurance, string? Device, DateTimeOffset StartedAt, DateTimeOffset SeenAt, bool IsBrowserOpen,
    IReadOnlyList<string> Clients);
