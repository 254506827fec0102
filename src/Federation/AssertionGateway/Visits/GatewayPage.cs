using System.Globalization;
using System.Net;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Portal;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.AssertionGateway.Visits;

/// <summary>The gateway's few pages: no script, the style sheet of the product.</summary>
internal static class GatewayPage
{
    public const string EndPath = "/ended/";
    private const string LookAgain = "<meta http-equiv=\"refresh\" content=\"2\">";

    public static string EndAddress(string code) => EndPath + code;

    public static IResult Waiting(Visit visit)
    {
        var language = Languages.FirstKnown(visit.Language) ?? Languages.TraditionalChinese;
        return Page(language, GatewayText.Waiting, $"""
            <p class="lead">{Encode(Lead(visit, language))}</p>
            <p><a href="{WaitingEndpoint.Path}">{Encode(GatewayText.WaitingLink.In(language))}</a></p>
            """, LookAgain);
    }

    private static string Lead(Visit visit, string language) => visit.Signing is { } signing
        ? string.Format(CultureInfo.InvariantCulture, GatewayText.SigningLead.In(language), signing.Title)
        : GatewayText.WaitingLead.In(language);

    public static IResult Ended(HttpContext context, string code) => Ended(context, ErrorCatalogue.All.GetValueOrDefault(code, ErrorCatalogue.NothingHere));

    public static Task BrokenAsync(HttpContext context) => Ended(context, ErrorCatalogue.Unexpected).ExecuteAsync(context);

    private static IResult Ended(HttpContext context, ErrorDescriptor refusal)
    {
        var language = Problems.Language(context);
        return Page(language, refusal.Title, $"""
            <p class="lead">{Encode(refusal.NextStep.In(language))}</p>
            <p>{refusal.Code} · {Encode(Problems.TraceId(context))}</p>
            """, "", refusal.Status);
    }

    private static IResult Page(string language, LocalizedText title, string body, string head, int status = StatusCodes.Status200OK) =>
        Results.Content($"""
            <!doctype html>
            <html lang="{language}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">{head}
            <title>{Encode(title.In(language))} · {Encode(GatewayText.Product.In(language))}</title>
            <link rel="stylesheet" href="{StyleSheetEndpoint.Address}"></head>
            <body><header class="site"><p class="product">{Encode(GatewayText.Product.In(language))}</p></header>
            <main id="main"><h1>{Encode(title.In(language))}</h1>{body}</main></body></html>
            """, "text/html; charset=utf-8", statusCode: status);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
