using System.Security.Claims;
using CrossBorder.Sandbox.Hosting;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Sandbox.RelyingParty;

/// <summary>The claims that mean something to the person they are about, in words.</summary>
internal static class ClaimFacts
{
    private static readonly (string Claim, LocalizedText Label)[] Known =
    [
        ("name#zh-Hant", new("中文姓名", "中文姓名", "Chinese name")),
        ("name", new("英文姓名", "英文姓名", "Name")),
        ("birthdate", new("出生日期", "出生日期", "Date of birth")),
        ("gender", new("性別", "性别", "Gender")),
        ("hk_id_number", new("香港身份證", "香港身份证", "Hong Kong identity card")),
        ("home_return_permit_number", new("回鄉證", "回乡证", "Home Return Permit")),
        ("mainland_account", new("內地帳戶", "内地账户", "Mainland account")),
        ("acr", new("核實程度", "核实程度", "Verified to level")),
    ];

    private static readonly Dictionary<string, LocalizedText> Values = new(StringComparer.Ordinal)
    {
        ["M"] = new("男", "男", "Male"),
        ["F"] = new("女", "女", "Female"),
        ["urn:crossborder:loa:high"] = new("高", "高", "High"),
        ["urn:crossborder:loa:substantial"] = new("中", "中", "Substantial"),
        ["urn:crossborder:loa:low"] = new("一般", "一般", "Low"),
    };

    public static string? NameOf(ClaimsPrincipal person, string language) =>
        (language == "en" ? null : person.FindFirstValue("name#" + language)) ?? person.FindFirstValue("name");

    public static string List(ClaimsPrincipal person, string language) =>
        "<dl id=\"verified\">" + string.Concat(Known.Select(known => person.FindFirstValue(known.Claim) is { } value
            ? $"<dt>{HtmlPage.Encode(known.Label.In(language))}</dt><dd>{HtmlPage.Encode(Values.GetValueOrDefault(value)?.In(language) ?? value)}</dd>"
            : "")) + "</dl>";

    public static string Table(ClaimsPrincipal person) => "<table id=\"claims\">" + string.Concat(person.Claims.Select(claim =>
        $"<tr><th scope=\"row\">{HtmlPage.Encode(claim.Type)}</th><td>{HtmlPage.Encode(claim.Value)}</td></tr>")) + "</table>";
}
