using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Revocation;
using CrossBorder.Testing;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust.Revocation;

/// <summary>The responder of OpenSSL, which shares no code with this product, asked over the wire by a running hub.</summary>
public sealed class OpenSslResponderTests
{
    private const string Command = "/usr/bin/openssl";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_understood_under_either_hash_and_its_answers_with_our_nonce_are_kept()
    {
        Assert.SkipUnless(File.Exists(Command), "OpenSSL is not installed: no foreign responder was asked.");
        var port = FreePort();
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync(hubSettings: new Dictionary<string, string> { ["Trust:Responders:0:Address"] = $"http://127.0.0.1:{port}/" });
        var (good, revoked, authority) = (Read(sandbox, "home-rs256"), Read(sandbox, "home-es256"), Read(sandbox, "hk-intermediate"));
        using var responder = Start(sandbox, port, good, revoked);
        try
        {
            await ListensAsync(responder);
            var asked = sandbox.HubServices.GetRequiredService<RevocationResponders>();
            foreach (var hash in new[] { CertificateIdHash.Sha1, CertificateIdHash.Sha256 })
            {
                asked.Find("hk-responder")!.CertificateHash = hash;
                foreach (var certificate in new[] { good, revoked })
                {
                    var kept = await asked.AskAsync(asked.Find("hk-responder")!, new RevocationLink(certificate, authority), Stop);
                    Assert.True(kept.Succeeded, string.Join("; ", kept.Errors));
                }
            }

            var known = sandbox.HubServices.GetRequiredService<ITrustSnapshot>().Current.RevocationAnswers.Responses;
            Assert.Equal(RevocationStatementStatus.Good, known.Select(response => response.StatementOf(good, authority)).OfType<RevocationStatement>().Single().Status);
            Assert.Equal(RevocationStatementStatus.Revoked, known.Select(response => response.StatementOf(revoked, authority)).OfType<RevocationStatement>().Single().Status);
        }
        finally
        {
            responder.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(SandboxFixture sandbox, int port, Certificate good, Certificate revoked)
    {
        var index = Path.Combine(sandbox.Data, "index.txt");
        File.WriteAllText(index, $"V\t490101000000Z\t\t{Serial(good)}\tunknown\t/CN=good\nR\t490101000000Z\t260101000000Z,keyCompromise\t{Serial(revoked)}\tunknown\t/CN=revoked\n");
        var authority = Path.Combine(sandbox.Data, "responder.pem");
        File.WriteAllText(authority, Read(sandbox, "hk-intermediate").ToPem());
        return Process.Start(new ProcessStartInfo(Command,
        [
            "ocsp", "-port", port.ToString(CultureInfo.InvariantCulture), "-index", index, "-CA", authority,
            "-rsigner", authority, "-rkey", sandbox.Pki.KeyFile("hk-intermediate"), "-nmin", "10",
        ]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    /// <summary>It is not asked whether it listens: a connection that brings no request makes this responder wait for one for good.</summary>
    private static async Task ListensAsync(Process responder)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(Waiting.Patience);
        while (await responder.StandardError.ReadLineAsync(limit.Token) is { } line)
            if (line.Contains("waiting for OCSP client connections", StringComparison.Ordinal))
                return;
        Assert.Fail("The responder of OpenSSL ended before it listened.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Serial(Certificate certificate) =>
        (certificate.SerialNumber.Length % 2 == 0 ? certificate.SerialNumber : "0" + certificate.SerialNumber).ToUpperInvariant();

    private static Certificate Read(SandboxFixture sandbox, string name) =>
        Certificate.ParseMany(File.ReadAllText(sandbox.Pki.CertificateFile(name))).Value[0];
}
