using CrossBorder.Sandbox.Hosting;
using CrossBorder.Sandbox.Residents;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Sandbox.Home;

/// <summary>The form with the field <c>resident</c>.</summary>
internal static class SignInPage
{
    public static IResult Show(string returnUrl, string? uiLocales)
    {
        var language = HomeText.Language(uiLocales);
        var people = string.Concat(SandboxResidents.All.Select(resident => $"""
            <button class="person" name="resident" value="{resident.Login}"><strong>{HtmlPage.Encode(Name(resident, language))}</strong>
            {resident.Login} · {HtmlPage.Encode(resident.LatinName)} · {HtmlPage.Encode(HomeText.Born.In(language))} {resident.Birthdate}</button>
            """));
        var body = $"""
            <h1>{HtmlPage.Encode(HomeText.Choose.In(language))}</h1><p class="note">{HtmlPage.Encode(HomeText.Note.In(language))}</p>
            <form method="post" action="/sign-in"><input type="hidden" name="return_url" value="{HtmlPage.Encode(returnUrl)}">{people}</form>
            """;
        return HtmlPage.Show(language, HomeText.Title.In(language), "#8a1538", body, Languages(returnUrl));
    }

    private static string Name(SandboxResident resident, string language) => language switch
    {
        "en" => resident.LatinName,
        "zh-Hans" => resident.HanSimplified ?? resident.LatinName,
        _ => resident.HanTraditional ?? resident.LatinName,
    };

    private static string Languages(string returnUrl)
    {
        var question = returnUrl.IndexOf('?', StringComparison.Ordinal);
        var query = QueryHelpers.ParseQuery(question < 0 ? "" : returnUrl[question..]);
        return string.Concat(new[] { ("zh-Hant", "繁體"), ("zh-Hans", "简体"), ("en", "English") }.Select(language =>
        {
            query["ui_locales"] = language.Item1;
            var address = QueryHelpers.AddQueryString(question < 0 ? returnUrl : returnUrl[..question], query);
            return $"<a lang=\"{language.Item1}\" href=\"{HtmlPage.Encode(address)}\">{language.Item2}</a>";
        }));
    }
}
