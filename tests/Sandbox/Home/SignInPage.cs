using CrossBorder.Sandbox.Hosting;
using CrossBorder.Sandbox.Residents;

namespace CrossBorder.Sandbox.Home;

/// <summary>The form with the field <c>resident</c>.</summary>
internal static class SignInPage
{
    public static IResult Show(IReadOnlyList<SandboxResident> residents, string returnUrl, string? uiLocales)
    {
        var language = PageLanguages.Known(uiLocales) ?? "zh-Hant";
        var people = string.Concat(residents.Select(resident => $"""
            <button class="person" name="resident" value="{resident.Login}"><strong>{HtmlPage.Encode(Name(resident, language))}</strong>
            <span>{HtmlPage.Encode(HomeText.Born.In(language))} {resident.Birthdate}</span> <span>{Other(resident, language)}{resident.Login}</span></button>
            """));
        var body = $"""
            <h1>{HtmlPage.Encode(HomeText.Choose.In(language))}</h1><p>{HtmlPage.Encode(HomeText.ChooseLead.In(language))}</p>
            <form method="post" action="/sign-in"><input type="hidden" name="return_url" value="{HtmlPage.Encode(returnUrl)}">{people}</form>
            <p class="note">{HtmlPage.Encode(HomeText.Note.In(language))}</p>
            """;
        return HtmlPage.Show(language, HomeText.Title.In(language), "#8a1538", body, PageLanguages.Links(returnUrl, language));
    }

    private static string Name(SandboxResident resident, string language) => language switch
    {
        "en" => resident.LatinName,
        "zh-Hans" => resident.HanSimplified ?? resident.LatinName,
        _ => resident.HanTraditional ?? resident.LatinName,
    };

    /// <summary>The name in the other script, for those who know somebody by that.</summary>
    private static string Other(SandboxResident resident, string language) =>
        (language == "en" ? resident.HanTraditional : resident.HanTraditional is null ? null : resident.LatinName) is { } other
            ? HtmlPage.Encode(other) + " · "
            : "";
}
