using CrossBorder.Testing;

namespace CrossBorder.Federation.Tests.Verifications;

public sealed class DirectoryThatIsDownTests : IAsyncLifetime
{
    private readonly SandboxFixture sandbox = new();

    // Nobody listens on port 1.
    public ValueTask InitializeAsync() => new(sandbox.StartAsync(hubSettings: new Dictionary<string, string> { ["AccountDirectory:BaseAddress"] = "http://localhost:1/" }));

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task A_directory_that_does_not_answer_is_told_with_CB4002_and_never_as_a_no()
    {
        using var desk = new DepartmentDesk(sandbox);

        var known = await desk.VerifyAsync();
        var unknown = await desk.VerifyAsync(("documentNumber", "H99999999"));

        Assert.All([known, unknown], answer => Assert.Equal((503, "CB4002"), (answer.Status, answer.Code)));
        Assert.DoesNotContain("match", known.Text, StringComparison.Ordinal);
    }
}
