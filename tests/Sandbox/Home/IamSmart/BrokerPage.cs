using CrossBorder.Sandbox.Hosting;
using CrossBorder.Sandbox.Residents;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Sandbox.Home.IamSmart;

/// <summary>The page that shows the QR code, or the app itself on a phone. Here somebody picks whose phone it is.</summary>
internal sealed class BrokerPage(IamSmartService service, IamSmartDesk desk)
{
    private static readonly LocalizedText Title = new("智方便（示範）", "智方便（演示）", "iAM Smart (demonstration)");
    private static readonly LocalizedText Choose = new("是誰的手機？", "是谁的手机？", "Whose phone is it?");
    private static readonly LocalizedText Lead = new(
        "真正的智方便會在這裏顯示二維碼。按一下名字，代表該人以手機掃描並同意登入。",
        "真正的智方便会在此显示二维码。点按姓名，表示该人用手机扫码并同意登录。",
        "The real iAM Smart shows a QR code here. Press a name to scan it with that person's phone and agree.");
    private static readonly LocalizedText Refuse = new("不登入", "不登录", "Do not sign in");

    /// <summary>The request of a service.</summary>
    public IResult Show(HttpRequest request)
    {
        var query = request.Query;
        if (query["clientID"] != IamSmartService.ClientId || query["redirectURI"] != service.RedirectUri.AbsoluteUri || query["responseType"] != "code")
            return Results.BadRequest();

        var language = PageLanguages.Known(query["lang"].ToString() is "en-US" ? "en" : query["lang"]) ?? "zh-Hant";
        var people = string.Concat(SandboxResidents.All.Select(resident => $"""
            <button class="person" name="resident" value="{resident.Login}"><strong>{HtmlPage.Encode(language == "en" ? resident.LatinName : resident.HanTraditional ?? resident.LatinName)}</strong>
            <span>{resident.Login}</span></button>
            """));
        return HtmlPage.Show(language, Title.In(language), "#1f6f54", $"""
            <h1>{HtmlPage.Encode(Choose.In(language))}</h1><p>{HtmlPage.Encode(Lead.In(language))}</p>
            <form method="post" action="/iamsmart/broker"><input type="hidden" name="state" value="{HtmlPage.Encode(query["state"])}">{people}
            <button class="second" name="resident" value="">{HtmlPage.Encode(Refuse.In(language))}</button></form>
            """);
    }

    /// <summary>The resident's choice: back to the service with a code, or with the code of a refusal.</summary>
    public async Task<IResult> TakeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var answer = SandboxResidents.Find(form["resident"]) is { } resident
            ? new KeyValuePair<string, string?>("code", desk.NewCode(resident))
            : new KeyValuePair<string, string?>("error_code", IamSmartEndpoints.Declined);
        return Results.Redirect(QueryHelpers.AddQueryString(service.RedirectUri.AbsoluteUri, [answer, new("state", form["state"].ToString())]));
    }
}
