using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.SignIn;

/// <summary>Asks before signing out, where nothing proves that the resident meant it; the end-session end point does the rest.</summary>
internal sealed class SignOutModel : PageModel
{
    private static readonly string[] Passed = ["client_id", "post_logout_redirect_uri", "state", "ui_locales"];

    /// <summary>What the relying party asked for. The end point judges it; this page only carries it.</summary>
    public IReadOnlyList<(string Name, string Value)> Kept { get; private set; } = [];

    public void OnGet() =>
        Kept = [.. Passed.Where(name => Request.Query.ContainsKey(name)).Select(name => (name, Request.Query[name].ToString()))];
}
