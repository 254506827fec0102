using System.Diagnostics;

namespace CrossBorder.Sandbox.Journey;

/// <summary>Runs steps one after another, and tells of each what held and how long it took.</summary>
internal sealed class JourneySteps(TextWriter output)
{
    public int Passed { get; private set; }

    public int Failed { get; private set; }

    /// <summary>After a step that failed the rest is left out: it would only fail for the same reason.</summary>
    public async Task StepAsync(string name, Func<Task<string>> step)
    {
        if (Failed > 0)
            return;
        var started = Stopwatch.GetTimestamp();
        try
        {
            var proved = await step();
            Passed++;
            output.WriteLine($"  ok    {Stopwatch.GetElapsedTime(started).TotalMilliseconds,6:F0} ms  {name}: {proved}");
        }
        catch (Exception fault)
        {
            Failed++;
            output.WriteLine($"  FAIL  {Stopwatch.GetElapsedTime(started).TotalMilliseconds,6:F0} ms  {name}: {fault.Message}");
        }
    }
}
