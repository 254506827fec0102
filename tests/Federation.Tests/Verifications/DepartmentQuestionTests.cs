using System.Diagnostics;
using CrossBorder.Federation.Tests.SignIn;

namespace CrossBorder.Federation.Tests.Verifications;

/// <summary>The other sample of docs/departments.md, run as a department would run it: as a program of its own, with its own key.</summary>
public sealed class DepartmentQuestionTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1990-01-01", "True")]
    [InlineData("1990-01-02", "False")]
    public async Task It_is_told_whether_they_belong_together_and_can_show_what_it_asked(string birthdate, string match)
    {
        var (exit, output, error) = await AskAsync("hkid", "A123456(3)", "陳大文", birthdate);

        Assert.True(exit == 0, error);
        Assert.StartsWith($"match: {match}\nanswers this question: True\ney", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_is_none_is_refused_with_CB3030()
    {
        var (exit, output, error) = await AskAsync("hkid", "A123456(4)", "陳大文", "1990-01-01");

        Assert.Equal((1, ""), (exit, output));
        Assert.StartsWith("CB3030", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_shows_the_sample_to_the_letter()
    {
        var root = AppContext.BaseDirectory[..AppContext.BaseDirectory.IndexOf($"{Path.DirectorySeparatorChar}tests{Path.DirectorySeparatorChar}", StringComparison.Ordinal)];
        var sample = File.ReadAllText(Path.Combine(root, "tests", "Samples", "DepartmentQuestion", "Program.cs")).ReplaceLineEndings("\n").Trim();

        Assert.Contains($"```csharp\n{sample}\n```", File.ReadAllText(Path.Combine(root, "docs", "departments.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private async Task<(int Exit, string Output, string Error)> AskAsync(params string[] question)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "exec", Path.Combine(AppContext.BaseDirectory, "CrossBorder.DepartmentQuestion.dll"), sandbox.Ports.HubAddress.AbsoluteUri,
            DepartmentDesk.ClientId, Path.Combine(sandbox.Data, "clients", DepartmentDesk.ClientId + ".jwk"), .. question,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(Stop);
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, output, await error);
    }
}
