using System.Runtime.InteropServices;

namespace CrossBorder.Benchmarks;

/// <summary>Where the figures come from: without it they say nothing to anybody else.</summary>
internal static class Machine
{
    public static void Print(string verb)
    {
        Console.WriteLine($"{Environment.ProcessorCount} cores, load {Load()}, {RuntimeInformation.FrameworkDescription}, "
            + $"{RuntimeInformation.OSDescription} {RuntimeInformation.ProcessArchitecture}, {Build}");
        Console.WriteLine($"again: dotnet run -c Release --project tests/Benchmarks -- {verb}");
        Console.WriteLine();
    }

    /// <summary>What else the machine was doing: processes that wanted a core in the last minute.</summary>
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Build =>
#if DEBUG
        "Debug build: not for measuring";
#else
        "Release build";
#endif
}
