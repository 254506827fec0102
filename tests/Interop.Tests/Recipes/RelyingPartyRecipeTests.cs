using System.Diagnostics;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Interop.Tests.Recipes;

/// <summary>
/// What docs/relying-parties.md tells a developer to do is done here, with the document's own code; the program in .NET is built
/// and run by Verification.Tests, with the package.
/// </summary>
public sealed class RelyingPartyRecipeTests : IDisposable
{
    private const string Payload = """{"iss":"https://hub.example.test/","sub":"s","name":"陳大文"}""";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crossborder-recipe-");
    private readonly SoftwareSigningKey key = SoftwareSigningKey.Generate(AlgorithmCatalogue.Sm2);
    private readonly string token;
    private readonly string jwks;

    public RelyingPartyRecipeTests()
    {
        token = Jws.Sign(key, "JWT", System.Text.Encoding.UTF8.GetBytes(Payload));
        using var rsa = SoftwareSigningKey.Generate(AlgorithmCatalogue.RS256);
        using var other = SoftwareSigningKey.Generate(AlgorithmCatalogue.Sm2);
        jwks = $$"""{"keys":[{{string.Join(',', new[] { rsa, key, other }.Select(one => one.PublicKey.ToJwk(one.Algorithm)))}}]}""";
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Damaged => token.Replace(token.Split('.')[1], token.Split('.')[1][..^4] + "AAAA", StringComparison.Ordinal);

    private string Unknown
    {
        get
        {
            using var stranger = SoftwareSigningKey.Generate(AlgorithmCatalogue.Sm2);
            return Jws.Sign(stranger, "JWT", "{}"u8);
        }
    }

    [Fact]
    public async Task The_Node_recipe_shows_a_good_token_and_refuses_a_damaged_and_an_unknown_one()
    {
        await NodePeers.RequireAsync();
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "node_modules"), Path.Combine(NodePeers.Folder, "node_modules"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "verify.mjs"), Recipe.Under("### Node", "js"), Stop);

        var (exitCode, output) = await TryAsync(token, "node", "verify.mjs");
        Assert.True(exitCode == 0, output);
        Assert.Equal(Payload, output.Trim());
        foreach (var bad in new[] { Damaged, Unknown, token[..^2], token.Replace('.', ' ') })
            Assert.NotEqual(0, (await TryAsync(bad, "node", "verify.mjs")).ExitCode);
    }

    [Fact]
    public async Task The_OpenSSL_recipe_verifies_a_good_token_and_refuses_a_damaged_and_an_unknown_one()
    {
        await OpenSslVerifier.RequireAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "verify.sh"), Recipe.Under("### OpenSSL", "bash"), Stop);

        var (exitCode, output) = await TryAsync(token, "bash", "verify.sh");
        Assert.True(exitCode == 0, output);
        Assert.Contains("Verified OK", output, StringComparison.Ordinal);
        foreach (var bad in new[] { Damaged, Unknown, token[..^2] })
        {
            var refused = await TryAsync(bad, "bash", "verify.sh");
            Assert.NotEqual(0, refused.ExitCode);
            Assert.DoesNotContain("Verified OK", refused.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_command_that_begins_the_recipes_leaves_a_token_and_the_keys_it_holds_under()
    {
        await OpenSslVerifier.RequireAsync();
        var sandbox = Path.Combine(AppContext.BaseDirectory, "CrossBorder.Sandbox.dll");
        var signedIn = await RunAsync("dotnet", sandbox, "token", "check");
        Assert.True(signedIn.ExitCode == 0, signedIn.Output);

        var issued = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "check", "token.txt"), Stop);
        var published = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "check", "jwks.json"), Stop);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "verify.sh"), Recipe.Under("### OpenSSL", "bash"), Stop);
        var (exitCode, output) = await TryAsync(issued, published, "bash", "verify.sh");
        Assert.True(exitCode == 0, output);
        Assert.Contains("Verified OK", output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        key.Dispose();
        folder.Delete(recursive: true);
    }

    private Task<(int ExitCode, string Output)> TryAsync(string given, string program, string script) => TryAsync(given, jwks, program, script);

    private async Task<(int ExitCode, string Output)> TryAsync(string given, string published, string program, string script)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "token.txt"), given, Stop);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "jwks.json"), published, Stop);
        return await RunAsync(program, script);
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Stop);
        var errors = process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, await output + await errors);
    }
}
