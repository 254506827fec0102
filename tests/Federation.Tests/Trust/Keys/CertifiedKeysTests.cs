using System.Text;
using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Federation.Verifications;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust.Keys;

/// <summary>Keys whose receivers look at a certificate: an authority comes in between, and departments go on verifying all the while.</summary>
public sealed class CertifiedKeysTests(AuthorityFolder authority) : IClassFixture<AuthorityFolder>
{
    private const string Reason = "The certificate ends in spring";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SQLite", "SGD_SM3_SM2", "hub-sm2")]
    [InlineData("SQLite", "RS256", "hub-rs256")]
    [InlineData("PostgreSQL", "ES256", "hub-es256")]
    public async Task An_envelope_key_is_followed_by_one_that_an_authority_certified_and_a_department_verifies_every_envelope(string database, string algorithm, string first)
    {
        var pki = authority.Open(clock);
        await using var desk = await OpenAsync(pki, algorithm, first, database);
        var old = Sign(desk, algorithm).Value.Compact;
        Assert.Equal(first, Verified(old, pki).KeyId);

        // Made, and never used before an authority has certified it, however long that takes.
        var key = await RotateAsync(desk, "envelopes/" + algorithm);
        await PassAsync(desk, 40);
        Assert.Equal(KeyState.Created, (await RowAsync(desk, key)).State);
        Assert.Equal(first, Verified(Sign(desk, algorithm).Value.Compact, pki).KeyId);

        var issued = await CertifyAsync(desk, pki, key);
        await InstallAsync(desk, key, issued);
        await desk.LookAsync();
        Assert.Equal(KeyState.Announced, (await RowAsync(desk, key)).State);
        Assert.Equal(first, Verified(Sign(desk, algorithm).Value.Compact, pki).KeyId);

        await PassAsync(desk, 14);
        var young = Sign(desk, algorithm).Value.Compact;
        Assert.Equal(key, Verified(young, pki).KeyId);
        Assert.Equal(first, Verified(old, pki).KeyId);
        Assert.Equal(KeyState.Retiring, (await RowAsync(desk, first)).State);

        await PassAsync(desk, 14);
        Assert.Equal(KeyState.Removed, (await RowAsync(desk, first)).State);
        Assert.Equal(key, Verified(Sign(desk, algorithm).Value.Compact, pki).KeyId);
        Assert.Equal(first, Verified(old, pki).KeyId);
        var kinds = (await desk.AuditAsync()).Where(entry => entry.SubjectReference == key).Select(entry => entry.Kind);
        Assert.Equal(["keys.created", "keys.requested", "keys.certified", "keys.activated"], kinds);

        // Opened out of the database by a node that starts now, with its certificate.
        await using var other = await OpenAsync(pki, algorithm, first, desk.Connection);
        Assert.Equal(key, Verified(Sign(other, algorithm).Value.Compact, pki).KeyId);
    }

    [Fact]
    public async Task A_successor_is_made_in_time_for_the_authority_and_takes_over_when_the_old_certificate_ends()
    {
        var pki = authority.Open(clock);
        await using var desk = await OpenAsync(pki, "RS256", "hub-rs256", "SQLite");
        await PassAsync(desk, 320);
        Assert.Single(await desk.RowsAsync());

        await PassAsync(desk, 2);
        var key = (await desk.RowsAsync()).Single(row => row.Origin == KeyOrigin.Database).Id;
        // Later than planned: twelve days before the end of the certificate that signs now.
        await PassAsync(desk, 31);
        await InstallAsync(desk, key, await CertifyAsync(desk, pki, key));
        await PassAsync(desk, 11);
        Assert.Equal(KeyState.Announced, (await RowAsync(desk, key)).State);
        await PassAsync(desk, 1);
        Assert.Equal(KeyState.Active, (await RowAsync(desk, key)).State);
        Assert.Equal(key, Verified(Sign(desk, "RS256").Value.Compact, pki).KeyId);
    }

    [Fact]
    public async Task With_a_certificate_that_has_ended_nothing_is_signed_until_the_next_is_there()
    {
        var pki = authority.Open(clock);
        await using var desk = await OpenAsync(pki, "RS256", "hub-rs256", "SQLite");
        await PassAsync(desk, 370);
        Assert.Equal("CB6138", Sign(desk, "RS256").Error.Code);

        var key = (await desk.RowsAsync()).Single(row => row.AwaitsCertificate).Id;
        await InstallAsync(desk, key, await CertifyAsync(desk, pki, key));
        await desk.LookAsync();
        Assert.Equal(key, Verified(Sign(desk, "RS256").Value.Compact, pki).KeyId);
    }

    [Fact]
    public async Task What_receivers_would_refuse_is_not_installed()
    {
        var pki = authority.Open(clock);
        await using var desk = await OpenAsync(pki, "RS256", "hub-rs256", "SQLite");
        var key = await RotateAsync(desk, "envelopes/RS256");
        var issued = await CertifyAsync(desk, pki, key);
        var another = Certificate.ParseMany(await File.ReadAllTextAsync(pki.CertificateFile("hub-rs256"), Stop)).Value;

        Assert.Equal("CB6135", (await ProposeAsync(desk, key, another)).Error.Code);
        Assert.Equal("CB6130", (await ProposeAsync(desk, "hub-rs256", another)).Error.Code);
        Assert.Equal("CB6134", (await ProposeAsync(desk, "nobody", another)).Error.Code);
        Assert.Equal("CB6130", (await desk.AsOfficerAsync(keys => keys.ProposeAsync(KeyStepKind.Install, key, Reason, "officer-a", Stop))).Error.Code);
        await using (var production = await OpenAsync(pki, "RS256", "hub-rs256", desk.Connection, "Production"))
            Assert.Contains("generated for development", Detail(await ProposeAsync(production, key, issued), "CB6136"), StringComparison.Ordinal);
        await using (var stranger = await KeysDesk.OpenAsync(desk.Connection, clock, Settings(pki, "RS256", "hub-rs256")))
            Assert.Contains("No anchor", Detail(await ProposeAsync(stranger, key, issued), "CB6136"), StringComparison.Ordinal);

        var waiting = (await ProposeAsync(desk, key, issued)).Value;
        Assert.Equal("CB6103", (await ApproveAsync(desk, waiting.Id, "officer-a")).Error.Code);
        // Between the two officers too much time went by.
        clock.Advance(TimeSpan.FromDays(340));
        Assert.Equal("CB6137", (await ApproveAsync(desk, waiting.Id, "officer-b")).Error.Code);
        Assert.Equal("CB6137", (await ProposeAsync(desk, key, issued)).Error.Code);
        Assert.Equal(KeyState.Created, (await RowAsync(desk, key)).State);
    }

    [Fact]
    public async Task A_certificate_that_names_another_hub_is_refused()
    {
        var pki = authority.Open(clock, "https://other.example/");
        await using var desk = await OpenAsync(pki, "ES256", "hub-es256", "SQLite");
        var key = await RotateAsync(desk, "envelopes/ES256");

        var refused = await ProposeAsync(desk, key, await CertifyAsync(desk, pki, key));

        Assert.Contains(KeysDesk.Issuer, Detail(refused, "CB6136"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compromised_key_ends_in_all_its_uses_and_nothing_is_signed_until_another_has_its_certificate()
    {
        var pki = authority.Open(clock);
        await using var desk = await KeysDesk.OpenAsync("SQLite", clock, new SettingsKeys(pki.SigningKey("hub-sm2", "SGD_SM3_SM2"))
        {
            Uses = [KeyUses.Tokens, KeyUses.Envelopes, KeyUses.Attestations],
        }, pki: pki);

        Assert.True((await desk.AsOfficerAsync(keys => keys.RevokeNowAsync("hub-sm2", "Its file was found on another machine", "officer-a", Stop))).Succeeded);
        await desk.LookAsync();

        Assert.All((await desk.RowsAsync()).Where(row => row.Id == "hub-sm2"), row => Assert.Equal(KeyState.Revoked, row.State));
        Assert.NotNull(desk.Ring.SignerFor("SGD_SM3_SM2"));
        Assert.Equal("CB6138", Sign(desk, "SGD_SM3_SM2").Error.Code);
        var attestations = new AttestationSigner(desk.Ring, Options.Create(new HubOptions { Issuer = KeysDesk.Issuer }),
            Options.Create(new DepartmentsOptions()), Options.Create(new VerificationsOptions()), clock);
        Assert.Equal("CB6138", attestations.Sign("bank", "hkid", match: true, commitment: null).Error.Code);
        Assert.Equal("CB6130", (await desk.AsOfficerAsync(keys => keys.RevokeNowAsync("hub-sm2", "Its file was found on another machine", "officer-a", Stop))).Error.Code);

        var key = (await desk.RowsAsync()).Single(row => row is { Use: KeyUses.Envelopes, AwaitsCertificate: true }).Id;
        await InstallAsync(desk, key, await CertifyAsync(desk, pki, key));
        await desk.LookAsync();
        Assert.Equal(key, Verified(Sign(desk, "SGD_SM3_SM2").Value.Compact, pki).KeyId);

        // It stands in the settings still, and does not come back with a restart, in no use.
        await using var restarted = await KeysDesk.OpenAsync(desk.Connection, clock, new SettingsKeys(pki.SigningKey("hub-sm2", "SGD_SM3_SM2"))
        {
            Uses = [KeyUses.Tokens, KeyUses.Envelopes, KeyUses.Attestations, KeyUses.Audit],
        }, pki: pki);
        Assert.DoesNotContain(restarted.Ring.All, published => published.Id == "hub-sm2");
    }

    [Fact]
    public async Task A_request_asks_for_what_the_hub_needs_and_shows_that_the_private_half_is_here()
    {
        var pki = authority.Open(clock);
        await using var desk = await OpenAsync(pki, "SGD_SM3_SM2", "hub-sm2", "SQLite");
        var key = await RotateAsync(desk, "envelopes/SGD_SM3_SM2");

        var request = (await RequestAsync(desk, key, "")).Value;

        Assert.True(request.PublicKey.IsSameKeyAs(VerificationKey.FromJwk((await RowAsync(desk, key)).PublicJwk).Value));
        Assert.Equal([KeysDesk.Issuer], request.SubjectAlternativeUris);
        Assert.Equal([TrustPurpose.HubSigning.ToOid()], request.Purposes);
        Assert.Equal(pki.SigningKey("hub-sm2", "SGD_SM3_SM2").Chain[0].Subject, request.Subject);
        Assert.Equal("C=CN,O=Bureau,CN=Hub", (await RequestAsync(desk, key, "C=CN,O=Bureau,CN=Hub")).Value.Subject);
        Assert.Equal("CB3046", (await RequestAsync(desk, key, "not a name")).Error.Code);
        Assert.Equal("CB6130", (await RequestAsync(desk, "hub-sm2", "")).Error.Code);
        Assert.Equal("CB6134", (await RequestAsync(desk, "nobody", "")).Error.Code);
    }

    private Task<KeysDesk> OpenAsync(DevelopmentPki pki, string algorithm, string name, string database, string environment = "Development") =>
        KeysDesk.OpenAsync(database, clock, Settings(pki, algorithm, name), pki: pki, environment: environment);

    private static SettingsKeys Settings(DevelopmentPki pki, string algorithm, string name) => new(pki.SigningKey(name, algorithm)) { Uses = [KeyUses.Envelopes] };

    private static async Task<string> RotateAsync(KeysDesk desk, string line)
    {
        var step = await desk.AsOfficerAsync(keys => keys.ProposeAsync(KeyStepKind.Rotate, line, Reason, "officer-a", Stop));
        Assert.True((await ApproveAsync(desk, step.Value.Id, "officer-b")).Succeeded);
        await desk.LookAsync();
        return (await desk.RowsAsync()).Single(row => row.AwaitsCertificate).Id;
    }

    private static Task<Outcome<CertificateRequest>> RequestAsync(KeysDesk desk, string key, string subject) =>
        desk.UseAsync<RequestCertificate, Outcome<CertificateRequest>>(requests => requests.MakeAsync(key, subject, "officer-a", Stop));

    private static async Task<IReadOnlyList<Certificate>> CertifyAsync(KeysDesk desk, DevelopmentPki pki, string key) =>
        Certificate.ParseMany(pki.CertifyHub(Encoding.ASCII.GetBytes((await RequestAsync(desk, key, "")).Value.ToPem())).Value).Value;

    private static Task<Outcome<KeyStep>> ProposeAsync(KeysDesk desk, string key, IReadOnlyList<Certificate> given) =>
        desk.AsOfficerAsync(keys => keys.ProposeInstallAsync(key, given, Reason, "officer-a", Stop));

    private static Task<Outcome<KeyStep>> ApproveAsync(KeysDesk desk, Guid id, string officer) =>
        desk.AsOfficerAsync(keys => keys.ApproveAsync(id, officer, Stop));

    private static async Task InstallAsync(KeysDesk desk, string key, IReadOnlyList<Certificate> issued)
    {
        // An authority's order is its own.
        var proposed = await ProposeAsync(desk, key, [.. issued.Reverse()]);
        Assert.True(proposed.Succeeded, proposed.Match(_ => "", errors => errors[0].ToString()));
        var approved = await ApproveAsync(desk, proposed.Value.Id, "officer-b");
        Assert.True(approved.Succeeded, approved.Match(_ => "", errors => errors[0].ToString()));
    }

    private static Outcome<SignedEnvelope> Sign(KeysDesk desk, string algorithm) =>
        new EnvelopeSigner(desk.Ring).Sign("""{"id":"1"}""", new DepartmentOptions { Slug = "gd-hrss", EnvelopeAlgorithm = algorithm });

    /// <summary>As a department does that has the anchor and its lists, and knows no key.</summary>
    private SignedContent Verified(string envelope, DevelopmentPki pki)
    {
        var content = SignedContent.Verify(envelope, new SignedContentPolicy
        {
            Type = EnvelopeSigner.Type, Algorithms = [.. AlgorithmCatalogue.All.Select(algorithm => algorithm.Name)], MaximumLength = 100_000,
        }).Value;
        var chain = ChainVerifier.Verify(content.Chain, new ChainRequest(SandboxTrust.Anchors(pki), Jurisdiction.Guangdong, TrustPurpose.HubSigning,
            clock.GetUtcNow(), SandboxTrust.Revocation(pki), new RevocationPolicy(TimeSpan.FromHours(1)))).Value;
        Assert.Contains(KeysDesk.Issuer, chain.Leaf.SubjectAlternativeUris);
        return content;
    }

    private static string Detail(Outcome<KeyStep> refused, string code)
    {
        Assert.Equal(code, refused.Error.Code);
        return refused.Error.Detail ?? "";
    }

    private static async Task<ManagedKey> RowAsync(KeysDesk desk, string id) => (await desk.RowsAsync()).Single(row => row.Id == id);

    private async Task PassAsync(KeysDesk desk, int days)
    {
        clock.Advance(TimeSpan.FromDays(days));
        await desk.LookAsync();
    }
}
