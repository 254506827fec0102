using System.Diagnostics;
using System.Globalization;

namespace CrossBorder.Benchmarks.Tokens;

/// <summary>
/// Keeps each measured server on the last core, so that what is compared is work on one core and not how many a server spreads over. Needs taskset of
/// util-linux, and two cores.
/// </summary>
internal static class OneCore
{
    private const string Tool = "/usr/bin/taskset";

    public static bool IsPossible { get; } = Environment.ProcessorCount > 1 && File.Exists(Tool);

    /// <summary>What is started in place of the program: it becomes the program, under the same number.</summary>
    public static ProcessStartInfo Start(string program, IEnumerable<string> arguments) => IsPossible
        ? new(Tool, ["-c", Last.ToString(CultureInfo.InvariantCulture), program, .. arguments])
        : new(program, arguments);

    /// <summary>In words, for the table's head.</summary>
    public static string Said => IsPossible ? "each server on one core" : "each server on all cores: no taskset, or one core";

    private static int Last => Environment.ProcessorCount - 1;
}
