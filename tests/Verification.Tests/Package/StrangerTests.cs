using System.Text;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Verification.Tests.Package;

/// <summary>
/// The package does its work in a project that knows nothing else of ours: through its public API, with what it brings along,
/// and with the program that docs/relying-parties.md gives.
/// </summary>
[Collection(nameof(PackedLibrary))]
public sealed class StrangerTests(Stranger stranger) : IClassFixture<Stranger>, IDisposable
{
    private const string Payload = """{"sub":"s","name":"陳大文"}""";
    private readonly SoftwareSigningKey key = SoftwareSigningKey.Generate(AlgorithmCatalogue.Sm2);

    private string Token => Jws.Sign(key, "JWT", Encoding.UTF8.GetBytes(Payload));

    [Fact]
    public async Task A_stranger_reads_what_an_SM2_token_says()
    {
        var (exitCode, output) = await TryAsync(Token);
        Assert.True(exitCode == 0, output);
        Assert.Equal(Payload, output.Trim());
    }

    [Fact]
    public async Task A_changed_token_is_refused_to_a_stranger_with_its_code()
    {
        var (exitCode, output) = await TryAsync(Token.Replace(Token.Split('.')[1], "e30", StringComparison.Ordinal));
        Assert.Equal(1, exitCode);
        Assert.StartsWith("CB3004", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_under_a_key_that_is_not_published_is_refused_to_a_stranger_with_its_code()
    {
        using var unpublished = SoftwareSigningKey.Generate(AlgorithmCatalogue.Sm2);
        var (exitCode, output) = await TryAsync(Jws.Sign(unpublished, "JWT", "{}"u8));
        Assert.Equal(1, exitCode);
        Assert.StartsWith("CB3005", output, StringComparison.Ordinal);
    }

    public void Dispose() => key.Dispose();

    private async Task<(int ExitCode, string Output)> TryAsync(string token)
    {
        await stranger.WriteAsync("token.txt", token);
        using var rsa = SoftwareSigningKey.Generate(AlgorithmCatalogue.RS256);
        using var other = SoftwareSigningKey.Generate(AlgorithmCatalogue.Sm2);
        var keys = new[] { rsa, key, other }.Select(one => one.PublicKey.ToJwk(one.Algorithm));
        await stranger.WriteAsync("jwks.json", $$"""{"keys":[{{string.Join(',', keys)}}]}""");
        return await stranger.RunAsync();
    }
}
