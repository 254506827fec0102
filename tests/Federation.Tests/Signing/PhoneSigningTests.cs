using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Tests.AssertionGateway;
using CrossBorder.Federation.Trust.Revocation;
using CrossBorder.Testing;
using CrossBorder.Verification.Evidence;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Signing;

/// <summary>An application that its resident signs with the phone, from the relying party to the department and to the evidence, and what is no such signature.</summary>
public sealed class PhoneSigningTests(SigningRunning sandbox) : IClassFixture<SigningRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_resident_signed_is_filed_once_and_proved_offline()
    {
        using var desk = await SigningDesk.OpenAsync(sandbox, "r1");
        var (status, refused) = await desk.FileAsync(null, "unsigned");
        Assert.Equal((428, "CB5175"), (status, refused.GetProperty("code").GetString()));
        Assert.Equal(("either", "/api/applications/signing"),
            (refused.GetProperty("signing").GetProperty("need").GetString(), refused.GetProperty("signing").GetProperty("begin").GetString()));

        var begun = await desk.BeginAsync();
        var reference = begun.GetProperty("reference").GetString()!;
        Assert.Equal("CB5177", (await desk.FileAsync(reference, "early")).Body.GetProperty("code").GetString());
        var page = await desk.ToSignPageAsync(begun);
        Assert.Contains("陳老先生", page.Text, StringComparison.Ordinal);
        var signed = await desk.SignByPhoneAsync(page);
        Assert.Equal("/sign/" + reference, signed.Address.AbsolutePath);
        Assert.Equal("signed", (await desk.StatusAsync(reference)).GetProperty("status").GetString());

        // Signed were these words: others are refused, and use nothing up.
        Assert.Equal("CB5181", (await desk.FileAsync(reference, "changed", SigningDesk.Application("another"))).Body.GetProperty("code").GetString());
        var (filed, view) = await desk.FileAsync(reference, "signed");
        Assert.Equal(201, filed);
        Assert.Equal("CB5180", (await desk.FileAsync(reference, "replayed")).Body.GetProperty("code").GetString());
        var caseNumber = view.GetProperty("caseNumber").GetString()!;
        Assert.Equal(caseNumber, (await desk.FileAsync(reference, "signed")).Body.GetProperty("caseNumber").GetString());

        var package = await desk.EvidenceAsync(caseNumber);
        var report = EvidenceVerifier.Verify(package);
        Assert.True(report.Holds, string.Join('\n', report.Failures));
        Assert.Contains(report.Proved, sentence => sentence.StartsWith("The applicant signed the application at ", StringComparison.Ordinal)
            && sentence.Contains("'hk-residents'", StringComparison.Ordinal));
        DepartmentVerifies(package, begun);
        TamperedFails(package);
    }

    [Theory]
    [InlineData("sign-other-document", "CB5182")]
    [InlineData("sign-other-resident", "CB5183")]
    [InlineData("sign-wrong-purpose", "CB3012")]
    [InlineData("sign-expired", "CB3017")]
    [InlineData("decline", "CB5178")]
    public async Task What_is_not_the_residents_signature_of_this_document_files_nothing_and_loses_nothing(string fault, string code)
    {
        using var desk = await SigningDesk.OpenAsync(sandbox, "r2");
        var begun = await desk.BeginAsync();
        var reference = begun.GetProperty("reference").GetString()!;
        var page = await desk.ToSignPageAsync(begun);
        await sandbox.FaultAsync(fault);

        var ended = await desk.SignByPhoneAsync(page);

        Assert.Contains(code, ended.Text, StringComparison.Ordinal);
        Assert.Equal(code, (await desk.StatusAsync(reference)).GetProperty("refusal").GetString());
        Assert.Equal(code, (await desk.FileAsync(reference, "refused-" + fault)).Body.GetProperty("code").GetString());
        // The answers are kept: one press, and the same application is there to sign again.
        var again = await desk.Browser.SubmitAsync(ended.Handler("Again"), cancellationToken: Stop);
        Assert.NotEqual(ended.Address, again.Address);
        Assert.Contains("陳老先生", again.Text, StringComparison.Ordinal);
        Assert.True(again.Offers("Phone"));
    }

    [Fact]
    public async Task A_certificate_that_was_revoked_signs_nothing()
    {
        using var desk = await SigningDesk.OpenAsync(sandbox, "r6");
        var begun = await desk.BeginAsync();
        var reference = begun.GetProperty("reference").GetString()!;
        var page = await desk.ToSignPageAsync(begun);
        await sandbox.FaultAsync("hold");
        await sandbox.FaultAsync("sign-revoked");
        var waiting = await desk.Browser.SubmitAsync(page.Handler("Phone"), cancellationToken: Stop);
        await SigningDesk.ToPhoneAsync(desk.Browser, SigningDesk.GatewayAddress(waiting), "r6");
        await sandbox.ReleaseAsync();
        await using (var scope = sandbox.HubServices.CreateAsyncScope())
            Assert.True((await scope.ServiceProvider.GetRequiredService<FetchRevocation>().RunAsync("hk-residents", "officer-a", Stop)).Succeeded);

        await Waiting.UntilAsync(async () => (await desk.StatusAsync(reference)).GetProperty("status").GetString() == "failed", "the hub looks", Stop);
        Assert.Equal("CB3013", (await desk.FileAsync(reference, "revoked")).Body.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Callbacks_that_are_forged_or_come_twice_change_nothing()
    {
        using var desk = await SigningDesk.OpenAsync(sandbox, "r6");
        var begun = await desk.BeginAsync();
        var page = await desk.ToSignPageAsync(begun);
        await sandbox.FaultAsync("callback-bad-signature");
        await sandbox.FaultAsync("callback-twice");

        await desk.SignByPhoneAsync(page);

        Assert.Equal("signed", (await desk.StatusAsync(begun.GetProperty("reference").GetString()!)).GetProperty("status").GetString());
        await sandbox.CallbackRefusedAsync("CB4063");
        await sandbox.CallbackRefusedAsync("CB4067");
    }

    [Fact]
    public async Task Nobody_else_signs_and_no_other_browser_goes_on_with_it()
    {
        using var desk = await SigningDesk.OpenAsync(sandbox, "r1");
        using var other = await SigningDesk.OpenAsync(sandbox, "r2");
        var begun = await desk.BeginAsync();
        var reference = begun.GetProperty("reference").GetString()!;
        var page = await desk.ToSignPageAsync(begun);
        await other.ToSignPageAsync(await other.BeginAsync());

        // Another resident has the address of the page, and what the browser brings back.
        var stranger = await other.Browser.GoAsync(page.Address, Stop);
        Assert.Contains("CB5176", stranger.Text, StringComparison.Ordinal);
        var returned = await other.Browser.GoAsync(new Uri(sandbox.Ports.HubAddress, "sign/returned?state=" + reference), Stop);
        Assert.Equal("/sign/returned", returned.Address.AbsolutePath);
        Assert.Equal("CB5176", (await other.FileAsync(reference, "stolen")).Body.GetProperty("code").GetString());

        // The right browser, and another resident's phone.
        var ended = await desk.SignByPhoneAsync(page, "r2");
        Assert.Contains("CB4075", ended.Text, StringComparison.Ordinal);
        Assert.Equal("CB4075", (await desk.FileAsync(reference, "by-another")).Body.GetProperty("code").GetString());
    }

    // As a department would that has nothing of ours: from the envelope alone, by the platform's own RSA.
    private static void DepartmentVerifies(string package, JsonElement begun)
    {
        var envelope = JsonNode.Parse(package)!["deliveries"]![0]!["envelope"]!.GetValue<string>();
        var signature = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(envelope.Split('.')[1]))!["signature"]!;
        var digest = signature["digest"]!.GetValue<string>();
        Assert.Equal(begun.GetProperty("digest").GetString(), digest);
        Assert.Equal(digest, "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(begun.GetProperty("document").GetString()!))));
        using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(signature["certificates"]![0]!.GetValue<string>()));
        using var key = certificate.GetRSAPublicKey()!;
        Assert.Equal("digital", signature["method"]!.GetValue<string>());
        Assert.True(key.VerifyHash(Convert.FromHexString(digest["sha256:".Length..]), Convert.FromBase64String(signature["signature"]!.GetValue<string>()), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static void TamperedFails(string package)
    {
        Assert.Contains(Changed(signing => signing["document"] = signing["document"]!.GetValue<string>().Replace("陳老先生", "李老先生", StringComparison.Ordinal)), IsAboutSigning);
        Assert.Contains(Changed(signing => signing["signature"] = Convert.ToBase64String(new byte[256])), IsAboutSigning);

        IReadOnlyList<Verification.Outcomes.Error> Changed(Action<JsonObject> change)
        {
            var parsed = JsonNode.Parse(package)!;
            change(parsed["signing"]!.AsObject());
            return EvidenceVerifier.Verify(parsed.ToJsonString()).Failures;
        }

        static bool IsAboutSigning(Verification.Outcomes.Error failure) => failure.Pointer == "/signing";
    }
}
