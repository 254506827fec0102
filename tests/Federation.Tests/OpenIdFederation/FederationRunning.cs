using CrossBorder.Testing;
using CrossBorder.Verification.Crypto;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdFederation;

/// <summary>The sandbox with two more members of the hub's federation: a provider that says what a test lets it say, and one that nobody runs.</summary>
public sealed class FederationRunning : SandboxFixture, IAsyncLifetime
{
    private readonly WebApplication member;

    public FederationRunning()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        member = builder.Build();
        member.MapGet("/.well-known/openid-federation", () => Answer());
        member.MapGet("/elsewhere", () => Results.Bytes([], "application/entity-statement+jwt"));
    }

    /// <summary>What the member answers with.</summary>
    public Func<IResult> Answer { get; set; } = () => Results.NotFound();

    public string Member => member.Urls.Single();

    /// <summary>An address where nothing listens.</summary>
    public const string Silent = "http://localhost:1/";

    public string SandboxMember => Ports.RelyingPartyAddress.AbsoluteUri;

    public string Hub => Ports.HubAddress.AbsoluteUri;

    /// <summary>The member's federation key.</summary>
    public SoftwareSigningKey Key { get; } = SoftwareSigningKey.Generate(AlgorithmCatalogue.RS256, "member");

    public async ValueTask InitializeAsync()
    {
        await member.StartAsync();
        var keys = Path.Combine(Data, "member.jwks");
        await File.WriteAllTextAsync(keys, $$"""{"keys":[{{Key.PublicKey.ToJwk(Key.Algorithm)}}]}""");
        var settings = new Dictionary<string, string> { ["OpenIdFederation:AskMembersEvery"] = "00:00:00" };
        foreach (var (entity, number) in new[] { (Member, 1), (Silent, 2) })
        {
            settings[$"OpenIdFederation:Members:{number}:EntityId"] = entity;
            settings[$"OpenIdFederation:Members:{number}:Type"] = "openid_provider";
            settings[$"OpenIdFederation:Members:{number}:JwksFile"] = keys;
        }

        await StartAsync(hubSettings: settings);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await base.DisposeAsync();
        await member.DisposeAsync();
        Key.Dispose();
    }
}
