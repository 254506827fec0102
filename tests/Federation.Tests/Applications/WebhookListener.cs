using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CrossBorder.Verification.Crypto;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>The status webhook of a relying party: keeps what it gets as it came over the wire, and answers as it is told.</summary>
internal sealed class WebhookListener : IAsyncDisposable
{
    private readonly WebApplication app;
    private int open;
    private int most;

    private WebhookListener(WebApplication app) => this.app = app;

    /// <summary>What it answers with, from now on.</summary>
    public int Answer { get; set; } = StatusCodes.Status204NoContent;

    /// <summary>Until this is done it takes what comes and says nothing.</summary>
    public Task Silence { get; set; } = Task.CompletedTask;

    /// <summary>The most requests that it had open at a time.</summary>
    public int MostAtOnce => most;

    public ConcurrentQueue<ReceivedNotice> Notices { get; } = [];

    public string Address => app.Urls.Single() + "/cases?of=hub";

    public static async Task<WebhookListener> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var listener = new WebhookListener(builder.Build());
        listener.app.Run(listener.TakeAsync);
        await listener.app.StartAsync();
        return listener;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Notices.Enqueue(new ReceivedNotice(
            context.Request.Method, context.Request.GetEncodedUrl(), body.ToArray(),
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        most = Math.Max(most, Interlocked.Increment(ref open));
        try
        {
            await Silence.WaitAsync(context.RequestAborted);
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }

        context.Response.StatusCode = Answer;
        if (Answer == StatusCodes.Status307TemporaryRedirect)
            context.Response.Headers.Location = "/elsewhere";
    }
}

/// <summary>One request as it arrived, judged by RFC 9421 and RFC 9530 from what stands in it alone.</summary>
internal sealed partial record ReceivedNotice(string Method, string Target, byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Parameters => Headers["Signature-Input"].Split('=', 2)[1];

    public string Parameter(string name) => Regex.Match(Parameters, $";{name}=\"?([^\";]*)").Groups[1].Value;

    /// <summary>The algorithm of the key set under which the signature holds; null where it does not hold.</summary>
    public string? HoldsUnder(JsonElement keySet)
    {
        if (Headers["Content-Digest"] != $"sha-256=:{Convert.ToBase64String(SHA256.HashData(Body))}:")
            return null;

        var jwk = keySet.GetProperty("keys").EnumerateArray().Single(key => key.GetProperty("kid").GetString() == Parameter("keyid"));
        var key = VerificationKey.FromJwk(jwk.GetRawText()).Value;
        var components = Component().Matches(Parameters[..Parameters.IndexOf(')', StringComparison.Ordinal)]).Select(match => match.Groups[1].Value);
        var lines = components.Select(component => $"\"{component}\": {ValueOf(component)}").Append($"\"@signature-params\": {Parameters}");
        var signature = Convert.FromBase64String(Headers["Signature"].Split('=', 2)[1].Trim(':'));
        var algorithm = jwk.GetProperty("alg").GetString()!;
        return AlgorithmCatalogue.TryGet(algorithm, out var known) && key.Verify(known, Encoding.ASCII.GetBytes(string.Join('\n', lines)), signature)
            ? algorithm
            : null;
    }

    private string ValueOf(string component) => component switch
    {
        "@method" => Method,
        "@target-uri" => Target,
        _ => Headers[component],
    };

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Component();
}
