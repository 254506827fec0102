using CrossBorder.Federation.Tests.Hosting;
using Xunit;

namespace CrossBorder.Federation.Tests.Audit;

/// <summary>The verbs of the binary, as an officer or an auditor types them.</summary>
public sealed class AuditVerbTests : IDisposable
{
    private readonly HubRun hub = new();
    private readonly string file = Path.Combine(Path.GetTempPath(), $"audit-{Guid.NewGuid():N}.json");

    [Fact]
    public async Task An_empty_log_is_exported_and_verified_in_the_file_and_in_the_database()
    {
        Assert.Equal(0, (await hub.RunAsync("database", "migrate")).ExitCode);

        var export = await hub.RunAsync("audit", "export", file);
        var verifyFile = await hub.RunAsync("audit", "verify", file);
        var verifyDatabase = await hub.RunAsync("audit", "verify");

        Assert.True(export.ExitCode == 0, export.Error);
        Assert.Contains("0 entries and 0 signed checkpoints", export.Output, StringComparison.Ordinal);
        Assert.True(verifyFile.ExitCode == 0, verifyFile.Error + verifyFile.Output);
        Assert.True(verifyDatabase.ExitCode == 0, verifyDatabase.Error + verifyDatabase.Output);
    }

    [Fact]
    public async Task What_cannot_be_done_is_told_with_CB1001_or_the_name_of_the_file()
    {
        Assert.Contains("CB1001: audit export needs the name of a file", (await hub.RunAsync("audit", "export")).Error, StringComparison.Ordinal);
        Assert.Contains("CB1001: --anchor names a file that is not there", (await hub.RunAsync("audit", "verify", file, "--anchor", file)).Error, StringComparison.Ordinal);

        var missing = await hub.RunAsync("audit", "verify", file);
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("There is no file", missing.Output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        hub.Dispose();
        File.Delete(file);
    }
}
