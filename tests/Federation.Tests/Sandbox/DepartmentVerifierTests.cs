using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Testing;
using CrossBorder.Verification.Crypto;
using Xunit;

namespace CrossBorder.Federation.Tests.Sandbox;

/// <summary>The sample of docs/departments.md, run as a department would run it: as a program of its own, on files.</summary>
public sealed class DepartmentVerifierTests(SandboxDepartmentTests.Started sandbox) : IClassFixture<SandboxDepartmentTests.Started>, IDisposable
{
    private const string Type = "cross-border-application+jws";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crossborder-department-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_envelope_of_the_hub_is_read_and_its_digest_is_that_of_the_receipt()
    {
        var envelope = Envelope("hub-sm2");

        var (exit, output, error) = await VerifyAsync(envelope);

        Assert.True(exit == 0, error);
        Assert.Contains("case: GD-1", output, StringComparison.Ordinal);
        Assert.Contains(Digests.Sha256(Encoding.ASCII.GetBytes(envelope)), output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_envelope_is_refused_with_CB3004()
    {
        var parts = Envelope("hub-sm2").Split('.');
        var changed = Base64Url(JsonSerializer.SerializeToUtf8Bytes(new { id = "d-1", @case = "GD-2", item = "i" }));

        await RefusedAsync("CB3004", $"{parts[0]}.{changed}.{parts[2]}");
    }

    [Fact]
    public Task An_envelope_that_the_registry_signed_is_refused_with_CB3012() => RefusedAsync("CB3012", Envelope("registry-sm2"));

    [Fact]
    public Task An_envelope_of_another_hub_is_refused_with_CB3021() => RefusedAsync("CB3021", Envelope("hub-sm2"), hub: "https://other.example.test/");

    [Fact]
    public Task An_envelope_under_another_anchor_is_refused_with_CB3010() => RefusedAsync("CB3010", Envelope("hub-sm2"), anchor: "hk-root");

    [Fact]
    public Task Without_revocation_lists_nothing_is_believed_CB3014() => RefusedAsync("CB3014", Envelope("hub-sm2"), withLists: false);

    [Fact]
    public Task A_receipt_is_no_envelope_CB3006() => RefusedAsync("CB3006", Envelope("hub-sm2", "cross-border-receipt+jws"));

    [Fact]
    public void The_document_shows_the_sample_to_the_letter()
    {
        var root = AppContext.BaseDirectory[..AppContext.BaseDirectory.IndexOf($"{Path.DirectorySeparatorChar}tests{Path.DirectorySeparatorChar}", StringComparison.Ordinal)];
        var sample = File.ReadAllText(Path.Combine(root, "tests", "Samples", "DepartmentVerifier", "EnvelopeVerifier.cs")).ReplaceLineEndings("\n").Trim();

        Assert.Contains($"```csharp\n{sample}\n```", File.ReadAllText(Path.Combine(root, "docs", "departments.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Envelope(string signer, string type = Type)
    {
        using var key = sandbox.Pki.SigningKey(signer, "SGD_SM3_SM2");
        return Jws.Sign(key, type, JsonSerializer.SerializeToUtf8Bytes(new { id = "d-1", @case = "GD-1", item = "i" }));
    }

    private async Task RefusedAsync(string code, string envelope, string? hub = null, string anchor = "gd-root", bool withLists = true)
    {
        var (exit, output, error) = await VerifyAsync(envelope, hub, anchor, withLists);

        Assert.Equal(1, exit);
        Assert.StartsWith(code, error, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    private async Task<(int Exit, string Output, string Error)> VerifyAsync(string envelope, string? hub = null, string anchor = "gd-root", bool withLists = true)
    {
        var file = await WriteAsync("envelope.jws", Encoding.ASCII.GetBytes(envelope));
        string[] lists = withLists
            ? [await WriteAsync("root.crl", sandbox.Pki.RevocationList("gd-root")), await WriteAsync("intermediate.crl", sandbox.Pki.RevocationList("gd-intermediate"))]
            : [];
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "exec", Path.Combine(AppContext.BaseDirectory, "CrossBorder.DepartmentVerifier.dll"),
            hub ?? sandbox.Ports.HubAddress.AbsoluteUri, sandbox.Pki.CertificateFile(anchor), file, .. lists,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(Stop);
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, output, await error);
    }

    private async Task<string> WriteAsync(string name, byte[] content)
    {
        var path = Path.Combine(folder.FullName, name);
        await File.WriteAllBytesAsync(path, content, Stop);
        return path;
    }

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
