using System.Globalization;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdFederation;
using CrossBorder.Federation.Tests.Trust.Keys;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Crypto;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdFederation;

/// <summary>Strangers who ask for the same statement again cost no signature, and nobody gets one that says what is not so any more.</summary>
public sealed class SignedStatementTests(FederationRunning sandbox) : IClassFixture<FederationRunning>
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));

    [Fact]
    public void A_statement_is_kept_for_a_part_of_its_lifetime_and_then_made_anew()
    {
        var statements = Open();
        var first = Sign(statements, "a");

        clock.Advance((Lifetime / SignedStatements.Part) - TimeSpan.FromSeconds(1));
        Assert.Same(first, Sign(statements, "a"));
        clock.Advance(TimeSpan.FromSeconds(2));
        var second = Sign(statements, "a");

        Assert.NotSame(first, second);
        Assert.Equal(clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), EntityStatement.Parse(second.Text)["iat"]);
        Assert.Equal(clock.GetUtcNow() + Lifetime, second.Expires);
    }

    [Fact]
    public void Whatever_else_is_stated_is_signed_anew()
    {
        var statements = Open();
        var first = Sign(statements, "a");

        var changed = statements.Sign(Statements.Type, new JsonObject { ["sub"] = "a", ["metadata_policy"] = new JsonObject() }, clock.GetUtcNow() + Lifetime);
        var resolved = statements.Sign(Statements.ResolvedType, Claims("a"), clock.GetUtcNow() + Lifetime);

        Assert.True(EntityStatement.Parse(changed.Text).Has("metadata_policy"));
        Assert.Equal("resolve-response+jwt", EntityStatement.Parse(resolved.Text).Header.GetProperty("typ").GetString());
        Assert.Same(first, Sign(statements, "a"));
    }

    [Fact]
    public void A_key_that_follows_signs_anew_whatever_the_one_before_had_signed()
    {
        using var one = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "one");
        using var next = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "next");
        using var ring = new KeyRing(
            new SettingsKeys(one, next), new KeySealer(Options.Create(new KeyRotationOptions()), new SettingsPaths("/")), clock, NullLogger<KeyRing>.Instance);
        var statements = new SignedStatements(new FederationKeys(ring), Options.Create(new OpenIdFederationOptions { StatementLifetime = Lifetime }), clock);
        ring.Take([Active(one)]);
        var before = Sign(statements, "a");
        Assert.Same(before, Sign(statements, "a"));

        ring.Take([Active(next)]);

        Assert.Equal("next", EntityStatement.Parse(Sign(statements, "a").Text).Header.GetProperty("kid").GetString());

        ManagedKey Active(SoftwareSigningKey key) => ManagedKey.Adopt(
            key.KeyId, new KeyLine(KeyUses.Federation, key.Algorithm.Name), key.PublicKey.ToJwk(key.Algorithm), signs: true, clock.GetUtcNow());
    }

    [Fact]
    public void One_that_ends_sooner_is_not_kept_beyond_its_end()
    {
        var statements = Open();
        var soon = statements.Sign(Statements.Type, Claims("a"), clock.GetUtcNow().AddSeconds(20));

        clock.Advance(TimeSpan.FromSeconds(19));
        Assert.Same(soon, Sign(statements, "a"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotSame(soon, Sign(statements, "a"));
    }

    [Fact]
    public void Many_who_ask_at_once_get_one_and_no_more_than_so_many_are_kept()
    {
        var statements = Open();
        var same = new SignedStatement[16];
        Parallel.For(0, same.Length, place => same[place] = Sign(statements, "a"));
        Assert.Single(same.Distinct());

        for (var number = 0; number < SignedStatements.Most; number++)
            Sign(statements, "other-" + number);

        // Room was made: what was asked for first is signed anew, and what came last is kept.
        Assert.NotSame(same[0], Sign(statements, "a"));
        Assert.Same(Sign(statements, "other-last"), Sign(statements, "other-last"));
    }

    [Fact]
    public async Task Whoever_asks_the_hub_twice_gets_the_same_to_the_letter()
    {
        var member = Uri.EscapeDataString(sandbox.SandboxMember);
        foreach (var question in new[]
        {
            ".well-known/openid-federation", "federation/fetch?sub=" + member,
            $"federation/resolve?sub={Uri.EscapeDataString(sandbox.Hub)}&trust_anchor={Uri.EscapeDataString(sandbox.Hub)}",
        })
        {
            using var http = sandbox.NewHubClient();
            var first = await http.GetStringAsync(new Uri(question, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(first, await http.GetStringAsync(new Uri(question, UriKind.Relative), TestContext.Current.CancellationToken));
        }
    }

    private SignedStatements Open() => new(
        sandbox.HubServices.GetRequiredService<FederationKeys>(), Options.Create(new OpenIdFederationOptions { StatementLifetime = Lifetime }), clock);

    private SignedStatement Sign(SignedStatements statements, string subject) => statements.Sign(Statements.Type, Claims(subject), clock.GetUtcNow() + Lifetime);

    private static JsonObject Claims(string subject) => new() { ["sub"] = subject };
}
