namespace CrossBorder.Architecture.Tests.Conformance;

/// <summary>The table of docs/conformance.md says what the tests say, and both speak of modules that there are.</summary>
public sealed class ConformanceTableTests
{
    private const string Accept = "CROSSBORDER_ACCEPT_MODULES";
    private const string Page = "docs/conformance.md";
    private const string Begin = "<!-- From here on the page is written by a test. -->\n";

    [Fact]
    public void Every_module_that_a_test_names_is_one_of_the_suite() => Rule.HasNoOffender(ModuleTraits.Files
        .Where(module => !SuitePlan.All.Any(plan => plan.Modules.Any(known => known.Name == module.Key)))
        .Select(module => $"{module.Key} in {string.Join(", ", module)}"));

    [Fact]
    public void Every_module_that_is_for_this_hub_has_a_test_and_no_other_has() => Rule.HasNoOffender(SuitePlan.All
        .SelectMany(plan => plan.Modules)
        .Where(module => ModuleTraits.Files.Contains(module.Name) == module.NotHere is not null)
        .Select(module => module.Name));

    [Fact]
    public void The_page_shows_the_modules_and_tests_as_they_are()
    {
        var page = Repository.Read(Page).ReplaceLineEndings("\n");
        var head = page[..(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)];
        var now = head + ConformanceTable.Write();
        if (Environment.GetEnvironmentVariable(Accept) == "1")
            File.WriteAllText(Path.Combine(Repository.Root, Page), now);
        else if (page != now)
            Assert.Fail($"{Page} is not what the tests say. First gone: {page.Split('\n').Except(now.Split('\n')).FirstOrDefault()} "
                + $"First new: {now.Split('\n').Except(page.Split('\n')).FirstOrDefault()} Run this test with {Accept}=1: it rewrites the table.");
    }
}
