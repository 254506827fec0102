using System.Diagnostics;
using CrossBorder.Federation.Officers;
using CrossBorder.Testing;

namespace CrossBorder.Federation.Tests.Officers;

internal sealed record VerbAnswer(int Code, string Output, string Error);

/// <summary>A verb in the hub's own binary, beside a hub that serves on the same database, with the secrets of an officer of the sandbox or with none.</summary>
internal static class OfficerVerb
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<VerbAnswer> RunAsync(SandboxFixture sandbox, string[] arguments, string? officer, params (string Name, string Value)[] environment)
    {
        while (true)
        {
            var step = Totp.StepAt(TimeProvider.System.GetUtcNow());
            var answer = await RunOnceAsync(sandbox, arguments, officer, environment);

            // A process that took longer to start than a code lives on a busy machine says nothing about the rule.
            var late = Totp.StepAt(TimeProvider.System.GetUtcNow()) > step + 1;
            if (officer is null || !late || !answer.Error.Contains("CB6050", StringComparison.Ordinal))
                return answer;
            Stop.ThrowIfCancellationRequested();
        }
    }

    private static async Task<VerbAnswer> RunOnceAsync(SandboxFixture sandbox, string[] arguments, string? officer, (string Name, string Value)[] environment)
    {
        string[] settings = officer is null ? [] : ["--settings", Path.Combine(sandbox.Data, "hub.json"), "--environment", "Development"];
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "CrossBorder.Federation.dll"), .. arguments, .. settings])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        if (officer is not null)
        {
            var secrets = await SandboxOfficer.SecretsAsync(sandbox, officer);
            start.Environment[CommandSecrets.PasswordVariable] = secrets.Password;
            start.Environment[CommandSecrets.CodeVariable] = await SandboxOfficer.FreshCodeAsync(sandbox, officer, secrets.TotpSecret);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Stop);
        var error = await process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return new(process.ExitCode, await output, error);
    }
}
