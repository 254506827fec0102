using System.Text.RegularExpressions;

namespace CrossBorder.Architecture.Tests.Conformance;

/// <summary>Which tests say of which module that they cover its ground, as their sources say it.</summary>
internal static partial class ModuleTraits
{
    /// <summary>A file of tests, by each module that it names.</summary>
    public static ILookup<string, string> Files { get; } =
        (from file in Repository.Under("tests/", ".cs")
         where !file.StartsWith("tests/Architecture.Tests/", StringComparison.Ordinal)
         from Match trait in Trait().Matches(Repository.Read(file))
         from module in trait.Groups["modules"].Value.Split(", ")
         select (module, file)).Distinct().ToLookup(pair => pair.module, pair => pair.file, StringComparer.Ordinal);

    [GeneratedRegex("""\[Trait\((?:Conformance\.)?Module\.Trait, "(?<modules>[^"]+)"\)\]""")]
    private static partial Regex Trait();
}
