using CrossBorder.Sandbox.Hosting;

namespace CrossBorder.Sandbox.RelyingParty;

/// <summary>The first page: before signing in, and after.</summary>
internal static class FrontPage
{
    public static async Task<IResult> ShowAsync(RelyingPartyPage page, HubApi hub)
    {
        if (page.Context.User.Identity?.IsAuthenticated != true)
            return page.Show(Welcome(page));

        var item = await OfferedItem.FindAsync(hub, page.Language, page.Context.RequestAborted);
        var name = ClaimFacts.NameOf(page.Context.User, page.Language) ?? "";
        var hello = string.Format(System.Globalization.CultureInfo.InvariantCulture, RelyingPartyText.SignedIn.In(page.Language), name);
        return page.Show($"""
            <h1>{HtmlPage.Encode(hello)}</h1>
            <p>✓ {page.Say(RelyingPartyText.Verified)}</p>
            {ClaimFacts.List(page.Context.User, page.Language)}
            <h2>{page.Say(RelyingPartyText.ApplyFor)}</h2>
            <form method="post" action="/apply">{page.Token()}<input type="hidden" name="key" value="{Guid.NewGuid():N}">
            <p class="lead">{HtmlPage.Encode(item.Name)}<br><span class="quiet">{HtmlPage.Encode(item.Department)}</span></p>
            {item.Question()}
            <button type="submit">{page.Say(RelyingPartyText.ApplyNow)}</button></form>
            <details><summary>{page.Say(RelyingPartyText.Raw)}</summary>{ClaimFacts.Table(page.Context.User)}</details>
            <form method="post" action="/sign-out">{page.Token()}<button type="submit" class="second">{page.Say(RelyingPartyText.SignOut)}</button></form>
            """);
    }

    private static string Welcome(RelyingPartyPage page)
    {
        var language = page.Chosen is null ? "" : "?ui_locales=" + page.Chosen;
        var ended = page.Context.Items[typeof(EndedSignIns)] is DateTimeOffset
            ? $"<p class=\"lead\" id=\"signed-out-by-hub\" role=\"status\">{page.Say(RelyingPartyText.SignedOutByHub)}</p>"
            : "";
        return $"""
            {ended}<h1>{page.Say(RelyingPartyText.Welcome)}</h1><p class="lead">{page.Say(RelyingPartyText.WelcomeLead)}</p>
            <p><a class="button" id="sign-in" href="/sign-in/{RelyingPartyHost.Rsa}{language}">{page.Say(RelyingPartyText.SignIn)}</a></p>
            <p><a class="button second" id="sign-in-sm2" href="/sign-in/{RelyingPartyHost.ShangMiClient}{language}">{page.Say(RelyingPartyText.SignInSm2)}</a></p>
            """;
    }
}
