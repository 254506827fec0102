namespace CrossBorder.Architecture.Tests.Conformance;

/// <summary>A plan of the OpenID Foundation's conformance suite, with the modules that it names.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Name">What the suite calls it.</param>
/// <param name="Modules">In the suite's order.</param>
internal sealed record SuitePlan(string Title, string Name, IReadOnlyList<SuiteModule> Modules)
{
    private const string File = "tests/Architecture.Tests/Conformance/plans.txt";

    /// <summary>The plans that apply to the hub.</summary>
    public static IReadOnlyList<SuitePlan> All { get; } = [.. Repository.Read(File).ReplaceLineEndings("\n").Split("\n## ").Skip(1).Select(Read)];

    private static SuitePlan Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var head = lines[0].Split(" | ");
        return new SuitePlan(head[0], head[1], [.. lines.Skip(1).Select(SuiteModule.Read)]);
    }
}

/// <summary>A module of a plan.</summary>
/// <param name="Name">With the variant in brackets where a plan runs it in another.</param>
/// <param name="NotHere">Why it is not for this hub; null where it is.</param>
internal sealed record SuiteModule(string Name, string? NotHere)
{
    public static SuiteModule Read(string line) => line.Split(" -- ") is [var name, var reason] ? new SuiteModule(name, reason) : new SuiteModule(line, null);
}
