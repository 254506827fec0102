using CrossBorder.Sandbox.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Antiforgery;

namespace CrossBorder.Sandbox.RelyingParty;

/// <summary>One page about to be shown, in the language the reader chose.</summary>
internal sealed class RelyingPartyPage(HttpContext context, IAntiforgery antiforgery)
{
    private const string Bar = "#0b5cab";
    private const string Cookie = "relying-party.language";

    /// <summary>The language chosen here; null where none was, and the hub may go by what it knows of the reader.</summary>
    public string? Chosen { get; } =
        PageLanguages.Known(context.Request.Query["ui_locales"]) ?? PageLanguages.Known(context.Request.Cookies[Cookie]);

    public string Language => Chosen ?? "zh-Hant";

    public HttpContext Context => context;

    public string Say(LocalizedText text) => HtmlPage.Encode(text.In(Language));

    /// <summary>The hidden field that proves a form to be ours.</summary>
    public string Token()
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        return $"<input type=\"hidden\" name=\"{tokens.FormFieldName}\" value=\"{HtmlPage.Encode(tokens.RequestToken)}\">";
    }

    public Task CheckTokenAsync() => antiforgery.ValidateRequestAsync(context);

    /// <param name="body">HTML.</param>
    /// <param name="title">The relying party's own where null.</param>
    /// <param name="bar">The colour of the bar on top.</param>
    public IResult Show(string body, LocalizedText? title = null, string bar = Bar)
    {
        if (Chosen is not null)
            context.Response.Cookies.Append(Cookie, Chosen, new CookieOptions { SameSite = SameSiteMode.Lax, HttpOnly = true });
        // A page that answers a form has no address of its own to go back to.
        var here = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "/";
        return HtmlPage.Show(Language, (title ?? RelyingPartyText.Title).In(Language), bar, body, PageLanguages.Links(here, Language));
    }
}
