using System.Text.Json;
using CrossBorder.Sandbox.Hosting;

namespace CrossBorder.Sandbox.RelyingParty;

/// <summary>The item that is filed here: a query that needs nothing but a verified identity and a period. Its words are the hub's.</summary>
internal sealed record OfferedItem(string Name, string Department, JsonElement Asked)
{
    public const string Code = "gd-si-003";
    public const string Field = "query_period";

    public static async Task<OfferedItem> FindAsync(HubApi hub, string language, CancellationToken cancellationToken)
    {
        var (status, body) = await hub.GetAsync($"api/items/{Code}?lang={language}", null, cancellationToken);
        if (status != StatusCodes.Status200OK)
            return new(Code, "", default);
        return new(
            body.GetProperty("name").ToString(),
            body.GetProperty("department").GetProperty("name").ToString(),
            body.GetProperty("fields").EnumerateArray().FirstOrDefault(field => field.GetProperty("name").ValueEquals(Field)));
    }

    /// <summary>The one question that the verified identity does not answer.</summary>
    public string Question()
    {
        if (Asked.ValueKind != JsonValueKind.Object)
            return "";
        var options = string.Concat(Asked.GetProperty("options").EnumerateArray().Select(option =>
            $"<option value=\"{HtmlPage.Encode(option.GetProperty("value").ToString())}\">{HtmlPage.Encode(option.GetProperty("label").ToString())}</option>"));
        return $"<label for=\"{Field}\">{HtmlPage.Encode(Asked.GetProperty("label").ToString())}</label><select id=\"{Field}\" name=\"{Field}\" required>{options}</select>";
    }
}
