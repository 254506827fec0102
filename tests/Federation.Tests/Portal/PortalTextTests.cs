using System.Reflection;
using CrossBorder.Federation.Portal;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Tests.Portal;

/// <summary>Every text of the pages is there in every language, and its blanks are the same in all.</summary>
public sealed class PortalTextTests
{
    private static readonly string[] Places = ["CrossBorder.Federation.Portal", "CrossBorder.Federation.ConsolePages"];

    private static IEnumerable<(string Name, LocalizedText Text)> Texts =>
        from type in typeof(PagesExtensions).Assembly.GetTypes()
        where Places.Any(place => type.Namespace?.StartsWith(place, StringComparison.Ordinal) == true) && type.Name.EndsWith("Text", StringComparison.Ordinal)
        from member in type.GetMembers(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        from text in TextsOf(member)
        select ($"{type.Name}.{member.Name}", text);

    [Fact]
    public void Every_text_speaks_three_languages()
    {
        var texts = Texts.ToList();

        Assert.True(texts.Count > 80, $"Only {texts.Count} texts were found.");
        Assert.Empty(texts.Where(text => string.IsNullOrWhiteSpace(text.Text.Hant) || string.IsNullOrWhiteSpace(text.Text.Hans) || string.IsNullOrWhiteSpace(text.Text.En))
            .Select(text => text.Name));
    }

    [Fact]
    public void Blanks_are_the_same_in_every_language() =>
        Assert.Empty(Texts.Where(text => Blanks(text.Text.Hant) != Blanks(text.Text.En) || Blanks(text.Text.Hans) != Blanks(text.Text.En)).Select(text => text.Name));

    [Fact]
    public void Chinese_is_written_in_the_script_of_its_place() =>
        Assert.Empty(Texts.Where(text => text.Text.Hant.Any(SimplifiedOnly.Contains) || text.Text.Hans.Any(TraditionalOnly.Contains)).Select(text => text.Name));

    // Common characters that one script has and the other has not; enough to catch a text in the wrong column.
    private const string SimplifiedOnly = "个们来这对会时为发务请电录须给过进还没业东门";
    private const string TraditionalOnly = "個們來這對會時為發務請電錄須給過進還沒業東門";

    private static string Blanks(string text) =>
        string.Concat(Enumerable.Range(0, 5).Where(blank => text.Contains($"{{{blank}}}", StringComparison.Ordinal)));

    private static IEnumerable<LocalizedText> TextsOf(MemberInfo member)
    {
        var value = member switch
        {
            PropertyInfo { CanRead: true } property when property.GetIndexParameters().Length == 0 => property.GetValue(null),
            FieldInfo field when !field.Name.Contains('<', StringComparison.Ordinal) => field.GetValue(null),
            _ => null,
        };
        return value switch
        {
            LocalizedText text => [text],
            System.Collections.IDictionary table => table.Values.OfType<LocalizedText>(),
            _ => [],
        };
    }
}
