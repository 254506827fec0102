using System.Text;

namespace CrossBorder.Architecture.Tests.Conformance;

/// <summary>The modules of the suite with our tests of the same ground, as docs/conformance.md shows them.</summary>
internal static class ConformanceTable
{
    public static string Write()
    {
        var text = new StringBuilder();
        foreach (var plan in SuitePlan.All)
        {
            var tested = plan.Modules.Count(module => ModuleTraits.Files.Contains(module.Name));
            var elsewhere = plan.Modules.Count(module => module.NotHere is not null);
            text.Append($"\n## {plan.Title}\n`{plan.Name}`: {plan.Modules.Count} modules, {tested} with tests");
            text.Append(elsewhere == 0 ? ".\n" : $", {elsewhere} that do not apply.\n").Append("\n| module | tests |\n|---|---|\n");
            foreach (var module in plan.Modules)
                text.Append($"| `{module.Name}` | {module.NotHere ?? string.Join(", ", ModuleTraits.Files[module.Name].Order(StringComparer.Ordinal).Select(Link))} |\n");
        }

        return text.ToString();
    }

    private static string Link(string file) => $"[{Path.GetFileNameWithoutExtension(file)}](../{file})";
}
