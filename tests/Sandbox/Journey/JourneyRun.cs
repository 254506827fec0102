using CrossBorder.Sandbox.Hosting;

namespace CrossBorder.Sandbox.Journey;

/// <summary>One walk through everything, on free ports and with a temporary data folder.</summary>
internal static class JourneyRun
{
    public static async Task<int> RunAsync(string? database, TextWriter output, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("crossborder-journey-").FullName;
        var steps = new JourneySteps(output);
        try
        {
            SandboxWorld? world = null;
            await steps.StepAsync("start: hub and counterparties listen", async () =>
            {
                world = await SandboxWorld.StartAsync(new SandboxOptions
                {
                    Ports = SandboxPorts.Free(), Data = data, Certificates = Path.Combine(data, "certificates"), Database = database,
                }, cancellationToken);
                return "certificates made, database migrated";
            });
            if (world is not null)
            {
                await using (world)
                    await JourneyWalk.WalkAsync(world, steps, cancellationToken);
            }
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }

        output.WriteLine($"journey: {steps.Passed} steps passed, {steps.Failed} failed");
        return steps.Failed == 0 ? 0 : 1;
    }
}
