using System.Security.Cryptography;
using System.Text.Json;

namespace CrossBorder.Federation.Officers.OpenId;

/// <summary>What an officer sent, without what changes from one sending to the next: the token against forgery, and the proof itself.</summary>
internal sealed record SentForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private static readonly string[] Passing = ["__RequestVerificationToken", "code"];

    /// <summary>Null where a file was sent: it would not be there a second time.</summary>
    public static async Task<SentForm?> OfAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
            return null;
        var form = await request.ReadFormAsync(cancellationToken);
        return form.Files.Any(file => file.Length > 0) ? null : new SentForm(
            request.Path + request.QueryString,
            [.. from entry in form where !Passing.Contains(entry.Key) from value in entry.Value select KeyValuePair.Create(entry.Key, value ?? "")]);
    }

    public string FieldsAsJson => JsonSerializer.Serialize(Fields);

    /// <summary>The same for the same address and fields, in whatever order a browser sends them.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
    {
        Address,
        Fields = Fields.OrderBy(entry => entry.Key, StringComparer.Ordinal).ThenBy(entry => entry.Value, StringComparer.Ordinal),
    })));

    /// <summary>Nothing of what was typed.</summary>
    public override string ToString() => nameof(SentForm);
}
