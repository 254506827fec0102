using CrossBorder.Sandbox.Browsing;

namespace CrossBorder.Testing.RelyingParties;

/// <summary>Where a sign-in ended, and the questions that were asked on the way.</summary>
public sealed record SignInResult(Page Page, IReadOnlyList<Page> Shown)
{
    public string? Code => Page.Parameter("code");

    public string? Error => Page.Parameter("error");

    /// <summary>The last parts of the addresses of the pages that asked: home, link, consent.</summary>
    public IReadOnlyList<string> Questions => [.. Shown.Select(page => page.Address.Segments[^1])];
}
