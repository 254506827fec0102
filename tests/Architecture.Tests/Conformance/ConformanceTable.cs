namespace CrossBorder.Architecture.Tests.Conformance;

/// <summary>The modules of the suite with our tests of the same ground, as docs/conformance.md shows them.</summary>
internal static class ConformanceTable
{
    public static string Write() => string.Concat(SuitePlan.All.SelectMany(Lines).Select(line => line + "\n"));

    private static IEnumerable<string> Lines(SuitePlan plan)
    {
        var tested = plan.Modules.Count(module => ModuleTraits.Files.Contains(module.Name));
        var elsewhere = plan.Modules.Count(module => module.NotHere is not null);
        yield return "";
        yield return $"## {plan.Title}";
        yield return $"`{plan.Name}`: {plan.Modules.Count} modules, {tested} with tests{(elsewhere == 0 ? "" : $", {elsewhere} that do not apply")}.";
        yield return "";
        yield return "| module | tests |";
        yield return "|---|---|";
        foreach (var module in plan.Modules)
            yield return $"| `{module.Name}` | {module.NotHere ?? string.Join(", ", ModuleTraits.Files[module.Name].Order(StringComparer.Ordinal).Select(Link))} |";
    }

    private static string Link(string file) => $"[{Path.GetFileNameWithoutExtension(file)}](../{file})";
}
