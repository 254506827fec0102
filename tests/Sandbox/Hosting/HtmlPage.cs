using System.Text.Encodings.Web;

namespace CrossBorder.Sandbox.Hosting;

/// <summary>The plain pages of the counterparties: no script, one column, readable on a phone.</summary>
internal static class HtmlPage
{
    private const string Style = """
        :root { color-scheme: light; --ink:#1c2733; --line:#d5dde5; --go:#0b6e5f; }
        * { box-sizing: border-box; }
        body { margin:0; font:17px/1.55 system-ui,"Noto Sans CJK TC","Noto Sans CJK SC","PingFang HK","Microsoft JhengHei",sans-serif; color:var(--ink); background:#f3f6f8; }
        header { background:var(--bar); color:#fff; padding:14px 20px; font-weight:600; display:flex; justify-content:space-between; gap:12px; flex-wrap:wrap; }
        header nav a { color:#fff; margin-left:12px; font-weight:400; }
        main { max-width:44rem; margin:24px auto; padding:24px 22px; background:#fff; border:1px solid var(--line); border-radius:12px; }
        h1 { font-size:1.45rem; margin:0 0 .4em; } h2 { font-size:1.1rem; margin:1.6em 0 .5em; }
        .note { background:#fff7e0; border-left:4px solid #d99a00; padding:8px 12px; font-size:.92rem; }
        button, a.button { display:inline-block; font:inherit; font-weight:600; background:var(--go); color:#fff; border:0; border-radius:8px; padding:11px 20px; text-decoration:none; cursor:pointer; margin:4px 8px 4px 0; }
        button.person { width:100%; text-align:left; background:#fff; color:var(--ink); border:1px solid var(--line); margin:5px 0; font-weight:400; }
        button.person:hover, button.person:focus { border-color:var(--go); outline:2px solid var(--go); }
        button.person strong { display:block; }
        label { display:block; margin:14px 0 4px; font-weight:600; } input, select { font:inherit; width:100%; padding:10px; border:1px solid #8796a5; border-radius:8px; }
        table { border-collapse:collapse; width:100%; } th, td { text-align:left; vertical-align:top; padding:7px 8px 7px 0; border-bottom:1px solid var(--line); overflow-wrap:anywhere; }
        th { width:38%; font-weight:600; } code { overflow-wrap:anywhere; font-size:.85em; }
        @media (max-width:48rem) { main { margin:0; border:0; border-radius:0; } }
        """;

    public static string Encode(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    public static IResult Show(string language, string title, string bar, string body, string navigation = "", int status = 200) =>
        Results.Content($"""
            <!doctype html>
            <html lang="{Encode(language)}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encode(title)}</title>
            <style>{Style} :root {"{"} --bar:{bar}; {"}"}</style></head>
            <body><header><span>{Encode(title)}</span><nav>{navigation}</nav></header><main>{body}</main></body>
            </html>
            """, "text/html; charset=utf-8", statusCode: status);
}
