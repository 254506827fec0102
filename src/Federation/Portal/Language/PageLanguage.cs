using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Language;

/// <summary>
/// The language of the page being answered. Asked for in the query (ui_locales, or lang from our own links), else
/// remembered in a cookie, else traditional Chinese. The browser's own languages are not asked: a resident of Hong Kong
/// often has an English browser, and the page says in three languages how to change it.
/// </summary>
internal sealed class PageLanguage(IHttpContextAccessor accessor)
{
    public const string CookieName = "hub.language";

    private readonly Lazy<string> tag = new(() => Resolve(accessor.HttpContext));

    public string Tag => tag.Value;

    /// <summary>A text in this language: <c>@L[SignInText.ChooseHome]</c>.</summary>
    public string this[LocalizedText text] => text.In(Tag);

    /// <summary>A text with blanks, filled in; words that depend on a number as <see cref="CountedWords"/> has them.</summary>
    public string Format(LocalizedText text, params ReadOnlySpan<object?> blanks) =>
        string.Format(CountedWords.Provider, text.In(Tag), blanks);

    public static string? Asked(HttpRequest request) =>
        Languages.FirstKnown(request.Query["ui_locales"]) ?? Languages.FirstKnown(request.Query["lang"]);

    public static void Remember(HttpContext context, string tag) =>
        context.Response.Cookies.Append(CookieName, tag, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
        });

    private static string Resolve(HttpContext? context) => context is null
        ? Languages.TraditionalChinese
        : Asked(context.Request)
            ?? Languages.FirstKnown(context.Request.Cookies[CookieName])
            ?? Languages.TraditionalChinese;
}
