using CrossBorder.Sandbox.Hosting;

namespace CrossBorder.Sandbox.Journey;

/// <summary>One walk through everything, on free ports and with a temporary data folder.</summary>
internal static class JourneyRun
{
    public static async Task<int> RunAsync(string? database, TextWriter output, CancellationToken cancellationToken)
    {
        var steps = new JourneySteps(output);
        await using (var temporary = new TemporaryWorld())
        {
            SandboxWorld? world = null;
            await steps.StepAsync("start: hub and counterparties listen", async () =>
            {
                world = await temporary.StartAsync(database, cancellationToken);
                return "certificates made, database migrated";
            });
            if (world is not null)
                await JourneyWalk.WalkAsync(world, steps, cancellationToken);
        }

        output.WriteLine($"journey: {steps.Passed} steps passed, {steps.Failed} failed");
        return steps.Failed == 0 ? 0 : 1;
    }
}
