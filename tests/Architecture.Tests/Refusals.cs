using System.Reflection;
using System.Text.RegularExpressions;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Architecture.Tests;

/// <summary>Each number of the catalogue is used once, explained on a page, written in three languages and asserted on by a test.</summary>
public sealed partial class Refusals
{
    private static readonly Dictionary<string, char> Ranges = new(StringComparer.Ordinal)
    {
        ["StartUp"] = '1', ["Protocol"] = '2', ["Verification"] = '3', ["Adapters"] = '4',
        ["Applications"] = '5', ["Trust"] = '6', ["Accounts"] = '7', ["Operations"] = '8',
    };

    private static IEnumerable<PropertyInfo> Properties => typeof(ErrorCatalogue)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(property => property.PropertyType == typeof(ErrorDescriptor));

    private static IEnumerable<ErrorDescriptor> Descriptors => Properties.Select(property => (ErrorDescriptor)property.GetValue(null)!);

    [Fact]
    public void A_number_is_used_once() =>
        Rule.HasNoOffender(Descriptors.GroupBy(descriptor => descriptor.Code).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void A_number_stands_in_the_range_of_its_area()
    {
        var strays = from file in Repository.Under("src/Verification/Outcomes/ErrorCatalogue.", ".cs")
                     let area = Path.GetFileNameWithoutExtension(file).Split('.').Last()
                     where area != "ErrorCatalogue"
                     from Match match in Code().Matches(Repository.Read(file))
                     where !Ranges.TryGetValue(area, out var digit) || match.Value[2] != digit
                     select $"{match.Value} in {file}";
        Rule.HasNoOffender(strays);
    }

    [Fact]
    public void Every_number_has_its_page() =>
        Rule.HasNoOffender(Descriptors.Select(descriptor => $"docs/errors/{descriptor.Code}.md").Except(Repository.Files));

    [Fact]
    public void Every_page_has_its_number() =>
        Rule.HasNoOffender(Repository.Under("docs/errors/CB", ".md").Select(Path.GetFileNameWithoutExtension)
            .Except(Descriptors.Select(descriptor => descriptor.Code)));

    [Fact]
    public void Every_refusal_speaks_three_languages() =>
        Rule.HasNoOffender(Descriptors
            .Where(descriptor => new[] { descriptor.Title, descriptor.NextStep }
                .SelectMany(text => new[] { text.Hant, text.Hans, text.En }).Any(string.IsNullOrWhiteSpace))
            .Select(descriptor => descriptor.Code));

    [Fact]
    public void Every_number_is_asserted_on_by_a_test()
    {
        var tests = string.Concat(Repository.Under("tests/", ".cs", ".mjs")
            .Where(file => !file.StartsWith("tests/Architecture.Tests/", StringComparison.Ordinal)).Select(Repository.Read));
        var unasserted = Properties
            .Where(property => !tests.Contains(((ErrorDescriptor)property.GetValue(null)!).Code, StringComparison.Ordinal)
                && !Regex.IsMatch(tests, $@"ErrorCatalogue\.{property.Name}\b"))
            .Select(property => ((ErrorDescriptor)property.GetValue(null)!).Code).ToArray();
        Rule.HasNoOffender(unasserted);
    }

    [GeneratedRegex(@"\bCB\d{4}\b")]
    private static partial Regex Code();
}
