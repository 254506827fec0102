using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CrossBorder.Sandbox.Hosting;

/// <summary>The plain pages of the counterparties: no script, one column, readable on a phone.</summary>
internal static class HtmlPage
{
    private const string Style = """
        :root { color-scheme: light; --ink:#1c2733; --quiet:#52616f; --line:#d5dde5; --go:#0b6e5f; }
        * { box-sizing: border-box; }
        body { margin:0; font:18px/1.6 system-ui,"Noto Sans CJK HK","PingFang HK","Microsoft JhengHei",sans-serif; color:var(--ink); background:#f3f6f8; }
        :lang(zh-Hans) { font-family:system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif; }
        header { background:var(--bar); color:#fff; padding:8px 20px; display:flex; justify-content:space-between; align-items:center; gap:0 16px; flex-wrap:wrap; }
        header > span { font-weight:700; }
        header nav { display:flex; gap:18px; } header nav > * { color:#fff; display:flex; align-items:center; min-height:44px; }
        main { max-width:44rem; margin:24px auto; padding:28px; background:#fff; border:1px solid var(--line); border-radius:12px; }
        h1 { font-size:1.55rem; line-height:1.3; margin:0 0 .5em; } h2 { font-size:1.2rem; line-height:1.35; margin:1.6em 0 .5em; }
        p { margin:0 0 1em; } .quiet { color:var(--quiet); } .lead { font-size:1.1rem; } .number { white-space:nowrap; }
        .note { background:#fff7e0; border-left:4px solid #d99a00; padding:10px 14px; font-size:.95rem; margin:1.2em 0 0; }
        .good { border:3px solid var(--go); border-radius:10px; padding:14px 16px; } .good strong { color:var(--go); font-size:1.2rem; display:block; }
        button, a.button { display:block; width:100%; min-height:52px; font:inherit; font-weight:700; line-height:1.4; text-align:center; background:var(--go); color:#fff; border:2px solid var(--go); border-radius:8px; padding:11px 20px; text-decoration:none; cursor:pointer; margin:0 0 12px; }
        button.second, a.second { background:#fff; color:var(--go); }
        :focus-visible { outline:3px solid #ffbf00; outline-offset:2px; }
        button.person { text-align:left; background:#fff; color:var(--ink); border:2px solid var(--line); font-weight:400; }
        button.person:hover, button.person:focus { border-color:var(--go); }
        button.person strong { display:block; font-size:1.2rem; } button.person span { color:var(--quiet); white-space:nowrap; display:inline-block; margin-right:10px; }
        label { display:block; margin:14px 0 4px; font-weight:700; } input, select { font:inherit; color:inherit; background:#fff; width:100%; min-height:52px; padding:10px 12px; border:1px solid #5f6e7c; border-radius:8px; margin:0 0 16px; }
        dl { margin:0 0 1em; border:1px solid var(--line); border-radius:10px; padding:14px 16px 4px; } dt { color:var(--quiet); } dd { margin:0 0 10px; font-weight:600; overflow-wrap:anywhere; }
        details { margin:1.6em 0; } summary { min-height:44px; display:list-item; padding:8px 0; cursor:pointer; color:var(--quiet); }
        table { border-collapse:collapse; width:100%; table-layout:fixed; font-size:.85rem; } th, td { text-align:left; vertical-align:top; padding:7px 8px 7px 0; border-bottom:1px solid var(--line); overflow-wrap:anywhere; }
        th { width:38%; font-weight:600; } code { overflow-wrap:anywhere; font-size:.8em; }
        @media (max-width:48rem) { body { background:#fff; } main { margin:0; border:0; border-radius:0; padding:22px 20px; } }
        @media (min-width:48rem) { button:not(.person), a.button { width:auto; min-width:18rem; display:inline-block; margin-right:12px; } dl { display:grid; grid-template-columns:14rem 1fr; gap:0 16px; } }
        """;

    // Chinese stays readable in the source of a page.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string? text) => Encoder.Encode(text ?? "");

    public static IResult Show(string language, string title, string bar, string body, string navigation = "", int status = 200) =>
        Results.Content($"""
            <!doctype html>
            <html lang="{Encode(language)}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encode(title)}</title><link rel="icon" href="data:,">
            <style>{Style} :root {"{"} --bar:{bar}; {"}"}</style></head>
            <body><header><span>{Encode(title)}</span><nav aria-label="Language">{navigation}</nav></header><main>{body}</main></body>
            </html>
            """, "text/html; charset=utf-8", statusCode: status);
}
