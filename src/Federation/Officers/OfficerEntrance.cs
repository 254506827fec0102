using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authentication;

namespace CrossBorder.Federation.Officers;

/// <summary>Gives a browser the cookie of a session, and leads it on.</summary>
internal sealed class OfficerEntrance(SignOutOfficer signOut, IOfficerPages pages)
{
    public const string LandingPath = "/console/arrived";
    public const string ProvedPath = "/console/proved/";

    /// <summary>A session that this browser brought along, its own or one put there, ends here: the new one has an id of its own.</summary>
    public async Task EnterAsync(HttpContext context, OfficerPresence presence)
    {
        var before = await context.AuthenticateAsync(OfficerScheme.Name);
        if (OfficerScheme.Presence(before.Principal) is { } old && old.SessionId != presence.SessionId)
            await signOut.SignOutAsync(old, context.RequestAborted);
        await context.SignInAsync(OfficerScheme.Name, OfficerScheme.Principal(presence));
    }

    /// <summary>
    /// Leads on over a page of our own. The officers' cookie is sent to nobody who comes from another site, and a redirect from the
    /// provider counts as coming from there.
    /// </summary>
    public static void Land(HttpContext context, string to) =>
        context.Response.Redirect(QueryString.Create("to", to).ToUriComponent().Insert(0, LandingPath));

    public Task ShowAsync(HttpContext context, Error error) => pages.ShowAsync(context, error.Descriptor);
}

/// <summary>The console's page for a refusal, for features that answer a request themselves.</summary>
internal interface IOfficerPages
{
    Task ShowAsync(HttpContext context, ErrorDescriptor refusal);
}
