namespace CrossBorder.Federation.Tests.Hosting;

/// <summary>The hub's binary in Production: what it refuses to start with, and that it says so.</summary>
public sealed class StartUpTests : IDisposable
{
    private readonly HubRun hub = new();

    [Fact]
    public async Task A_database_that_was_not_migrated_is_refused_with_CB1004_until_it_is()
    {
        var (exitCode, error, _) = await hub.RunAsync("serve");
        Assert.Equal(1, exitCode);
        Assert.Contains("CB1004", error, StringComparison.Ordinal);

        Assert.Equal(0, (await hub.RunAsync("database", "migrate")).ExitCode);
    }

    [Fact]
    public async Task A_development_secret_is_refused_with_CB1002()
    {
        hub.Secret("lookup", development: true);

        var (exitCode, error, _) = await hub.RunAsync("serve");

        Assert.Equal(1, exitCode);
        Assert.Contains("CB1002: PersonalData:LookupKeyFile", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_faults_of_all_sections_are_told_at_once()
    {
        hub.Secret("lookup", development: true);

        var (exitCode, error, _) = await hub.RunAsync("serve", "--Hub:Issuer=http://hub.example/", "--Database:ConnectionString=nowhere");

        Assert.Equal(1, exitCode);
        Assert.Contains("CB1002: Hub:Issuer", error, StringComparison.Ordinal);
        Assert.Contains("CB1001: Database:ConnectionString", error, StringComparison.Ordinal);
        Assert.Contains("CB1002: PersonalData:LookupKeyFile", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_of_revocation_that_would_let_somebody_in_unchecked_or_cannot_be_meant_are_refused_with_CB1001()
    {
        var (exitCode, error, _) = await hub.RunAsync("serve",
            "--Trust:RevocationRequirements:AssertionSigning=NotRequired", "--Trust:RevocationRequirements:ReceiptSigning=NotRequired",
            "--Trust:RevocationGraces:DirectorySigning=3.00:00:00", "--Trust:RevocationGraces:Everything=00:01:00",
            "--Trust:Responders:0:Name=ocsp", "--Trust:Responders:0:Issuer=nobody", "--Trust:Responders:0:Address=ftp://ocsp.example/");

        Assert.Equal(1, exitCode);
        Assert.Contains("CB1001: Trust:RevocationRequirements:AssertionSigning may not be NotRequired", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Trust:RevocationRequirements:ReceiptSigning", error, StringComparison.Ordinal);
        Assert.Contains("CB1001: Trust:RevocationGraces:DirectorySigning must lie", error, StringComparison.Ordinal);
        Assert.Contains("CB1001: Trust:RevocationGraces:Everything names no purpose", error, StringComparison.Ordinal);
        Assert.Contains("CB1001: Trust:Responders:ocsp:Issuer must be", error, StringComparison.Ordinal);
        Assert.Contains("CB1001: Trust:Responders:ocsp:Address must be", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_to_post_to_that_others_could_read_or_that_nothing_signs_for_is_refused_with_CB1001()
    {
        var (exitCode, error, _) = await hub.RunAsync("serve",
            "--RelyingParties:0:ClientId=a", "--RelyingParties:0:StatusWebhook=http://127.0.0.1:9000/cases", "--RelyingParties:0:StatusWebhookAlgorithm=RS256",
            "--RelyingParties:1:ClientId=b", "--RelyingParties:1:StatusWebhook=https://b.example/cases#here", "--RelyingParties:1:StatusWebhookAlgorithm=HS256",
            "--RelyingParties:2:ClientId=c", "--RelyingParties:2:StatusWebhook=https://c.example/cases", "--RelyingParties:2:StatusWebhookAlgorithm=ES256",
            "--RelyingParties:3:ClientId=d", "--RelyingParties:3:StatusWebhook=https://d.example/cases", "--RelyingParties:3:StatusWebhookAlgorithm=RS256",
            "--StatusWebhooks:Lease=00:00:01",
            "--RelyingParties:0:BackchannelLogoutUri=http://127.0.0.1:9000/logout", "--RelyingParties:1:BackchannelLogoutUri=https://u:p@b.example/logout",
            "--RelyingParties:2:BackchannelLogoutUri=https://c.example/logout");

        Assert.Equal(1, exitCode);
        Assert.Contains("CB1001: RelyingParties:a:StatusWebhook is", error, StringComparison.Ordinal);
        Assert.Contains("CB1001: RelyingParties:b:StatusWebhook is", error, StringComparison.Ordinal);
        Assert.Contains("CB1001: RelyingParties:b:StatusWebhookAlgorithm must be one of", error, StringComparison.Ordinal);
        Assert.Contains("CB1001: RelyingParties:c:StatusWebhookAlgorithm is 'ES256'", error, StringComparison.Ordinal);
        Assert.DoesNotContain("RelyingParties:d:StatusWebhook", error, StringComparison.Ordinal);
        Assert.Contains("CB1001: StatusWebhooks:Lease must be at least", error, StringComparison.Ordinal);
        Assert.Contains("CB1001: RelyingParties:a:BackchannelLogoutUri is", error, StringComparison.Ordinal);
        Assert.Contains("CB1001: RelyingParties:b:BackchannelLogoutUri is", error, StringComparison.Ordinal);
        Assert.DoesNotContain("RelyingParties:c:BackchannelLogoutUri", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_verifies_identities_is_refused_with_CB1001_where_no_key_is_for_attestations()
    {
        var (exitCode, error, _) = await hub.RunAsync("serve", "--RelyingParties:0:ClientId=department", "--RelyingParties:0:Scopes:0=identity.verify");

        Assert.Equal(1, exitCode);
        Assert.Contains("CB1001: RelyingParties:department:Scopes names 'identity.verify', and no signing key is for attestations", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trst", "list")]
    [InlineData("serv")]
    [InlineData("serve", "now")]
    public async Task A_verb_that_does_not_exist_starts_no_server(params string[] verb)
    {
        Assert.Equal(0, (await hub.RunAsync("database", "migrate")).ExitCode);

        var (exitCode, error, _) = await hub.RunAsync(verb);

        Assert.Equal(1, exitCode);
        Assert.Contains("CB1001: there is no verb", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_lists_whom_the_hub_believes_and_with_what_it_signs()
    {
        Assert.Equal(0, (await hub.RunAsync("database", "migrate")).ExitCode);

        var trust = await hub.RunAsync("trust", "list");
        var keys = await hub.RunAsync("keys", "list");

        Assert.Equal((0, 0), (trust.ExitCode, keys.ExitCode));
        Assert.Contains("anchor        root  HK  AssertionSigning", trust.Output, StringComparison.Ordinal);
        // The certificate of these settings lives for a day.
        Assert.Contains("ENDS IN 0 DAYS", trust.Output, StringComparison.Ordinal);
        Assert.Contains("key           hub-1  RS256  tokens, directory, home-client", keys.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", keys.Output, StringComparison.Ordinal);
    }

    public void Dispose() => hub.Dispose();
}
