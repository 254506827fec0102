using System.Net;
using System.Security.Cryptography;
using System.Text;
using CrossBorder.Federation.Portal.Language;

namespace CrossBorder.Federation.Portal;

/// <summary>
/// A page that posts itself to a relying party (OAuth 2.0 Form Post Response Mode). Its one line of script is allowed by its hash and
/// nothing else is; where scripts are off, there is a button. It says nothing of where a form may lead, because a browser would hold
/// the relying party's own redirects against it too, and the page has no form but this one.
/// </summary>
internal sealed class FormPostPage(string address, IEnumerable<KeyValuePair<string, string?>> fields) : IResult
{
    private const string Script = "document.forms[0].submit();";

    private static readonly string Policy =
        $"default-src 'none'; style-src 'self'; img-src 'self'; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))}'; base-uri 'none'; frame-ancestors 'none'";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var language = httpContext.RequestServices.GetRequiredService<PageLanguage>();
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        return response.WriteAsync(Write(language), httpContext.RequestAborted);
    }

    private string Write(PageLanguage language)
    {
        var title = Encode(language[LayoutText.BackToService]);
        var page = new StringBuilder($"""
            <!doctype html>
            <html lang="{language.Tag}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
            <link rel="stylesheet" href="{StyleSheetEndpoint.Address}"></head>
            <body><main id="main"><h1>{title}</h1>
            <form method="post" action="{Encode(address)}">

            """);
        foreach (var (name, value) in fields)
            page.Append("<input type=\"hidden\" name=\"").Append(Encode(name)).Append("\" value=\"").Append(Encode(value)).Append("\">\n");
        page.Append("<button>").Append(Encode(language[LayoutText.Continue])).Append("</button></form></main>\n");
        return page.Append("<script>").Append(Script).Append("</script></body></html>\n").ToString();
    }

    private static string Encode(string? text) => WebUtility.HtmlEncode(text ?? "");
}
