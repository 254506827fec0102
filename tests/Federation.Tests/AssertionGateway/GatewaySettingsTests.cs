using CrossBorder.Federation.AssertionGateway.Hosting;
using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace CrossBorder.Federation.Tests.AssertionGateway;

public sealed class GatewaySettingsTests(IamSmartRunning sandbox) : IClassFixture<IamSmartRunning>
{
    private string Settings => Path.Combine(sandbox.Data, "gateway.json");

    [Fact]
    public void Outside_Development_all_that_is_unsafe_is_named_at_once()
    {
        var faults = Faults("--environment", "Production");
        foreach (var setting in new[]
        {
            "Gateway:Issuer must be https", "Gateway:Http is for Development only", "Gateway:SigningKey is a development key",
            "Gateway:SecretFile holds a development secret", "IamSmart:ClientSecretFile holds a development secret", "IamSmart:BaseAddress must be an https address",
        })
            Assert.Contains(faults, fault => fault.Contains(setting, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Gateway:SigningKey:CertificateFile", "{certificates}/home-es256.pem", "Gateway:SigningKey")]
    [InlineData("Gateway:Issuer", "http://localhost:1/", "does not name Gateway:Issuer")]
    [InlineData("Gateway:SigningKey:Algorithm", "SGD_SM3_SM2", "Gateway:SigningKey:Algorithm")]
    [InlineData("Gateway:Client:JwksFile", "nowhere.jwks", "Gateway:Client:JwksFile")]
    [InlineData("Gateway:Client:RedirectUris:0", "http://elsewhere.example/", "Gateway:Client:RedirectUris")]
    [InlineData("Gateway:Assurance:Plain:StepUp", "0", "Gateway:Assurance:Plain")]
    [InlineData("Gateway:VisitLifetime", "01:00:00", "Gateway:VisitLifetime")]
    [InlineData("IamSmart:Profile:KeyPadding", "any", "IamSmart:Profile:KeyPadding")]
    [InlineData("IamSmart:Profile:SuccessCode", "D40000", "IamSmart:Profile:SuccessCode")]
    [InlineData("IamSmart:KeyEncryptionKeyFile", "{certificates}/gateway-es256.key", "IamSmart:KeyEncryptionKeyFile must be a private RSA key")]
    [InlineData("IamSmart:ClockSkew", "01:00:00", "IamSmart:ClockSkew")]
    public void A_setting_that_cannot_work_is_named_at_start(string setting, string value, string fault) =>
        Assert.Contains(
            Faults("--environment", "Development", "--" + setting, value.Replace("{certificates}", Path.Combine(sandbox.Data, "certificates"), StringComparison.Ordinal)),
            told => told.Contains(fault, StringComparison.Ordinal) && told.StartsWith("CB1", StringComparison.Ordinal));

    [Fact]
    public async Task The_command_line_has_two_roles_and_no_third()
    {
        Assert.Equal(1, await HubCommandLine.RunAsync(["serve", "--role", "assertion-gateway", "--settings", Settings, "--environment", "Production"]));
        Assert.NotEqual(0, await HubCommandLine.RunAsync(["serve", "--role", "notary", "--settings", Settings, "--environment", "Production"]));
    }

    private List<string> Faults(params string[] more)
    {
        var refused = Assert.ThrowsAny<Exception>(() => GatewayHost.Build(["serve", "--settings", Settings, .. more]));
        return [.. (refused is AggregateException several ? several.InnerExceptions : [refused]).Cast<OptionsValidationException>().SelectMany(fault => fault.Failures)];
    }
}
