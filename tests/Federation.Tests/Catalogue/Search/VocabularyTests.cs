using CrossBorder.Federation.Catalogue.Finding;
using CsCheck;
using Xunit;

namespace CrossBorder.Federation.Tests.Catalogue.Search;

public sealed class VocabularyTests
{
    [Fact]
    public void Every_item_and_bundle_has_words_of_its_own_and_nothing_else_has() =>
        Assert.Equal(
            Shipped.Catalogue.Items.Select(item => item.Code).Concat(Shipped.Catalogue.Bundles.Select(bundle => bundle.Code)).Order(StringComparer.Ordinal),
            SearchData.Vocabulary.Entries.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_concept_has_words_in_Chinese_and_in_English_and_a_name_of_its_own()
    {
        Assert.All(SearchData.Vocabulary.Concepts, concept => Assert.True(concept.Chinese.Count > 0 && concept.English.Count > 0, concept.Id));
        Assert.Equal(SearchData.Vocabulary.Concepts.Count, SearchData.Vocabulary.Concepts.Select(concept => concept.Id).Distinct().Count());
    }

    [Fact]
    public void Every_character_of_catalogue_and_vocabulary_has_a_reading()
    {
        var texts = Shipped.Catalogue.Items.SelectMany(item => new[] { item.Name.Hant, item.Name.Hans }.Concat(item.Keywords))
            .Concat(SearchData.Vocabulary.Entries.Values.SelectMany(words => words))
            .Concat(SearchData.Vocabulary.Concepts.SelectMany(concept => concept.Chinese));

        Assert.Empty(texts.SelectMany(text => SearchData.Han.Fold(text)).Where(character => character is >= '\u4e00' and <= '\u9fff')
            .Where(character => SearchData.Han.ReadingsOf(character).Count == 0).Distinct());
    }

    [Theory]
    [InlineData("juzhuzheng", "ju zhu zheng")]
    [InlineData("gongjijin", "gong ji jin")]
    public void Pinyin_without_spaces_is_read_in_syllables(string word, string syllables) =>
        Assert.Equal(syllables, string.Join(' ', SearchData.Han.Syllables(word)!));

    [Fact]
    public void English_is_no_pinyin() => Assert.Null(SearchData.Han.Syllables("licence"));

    [Theory]
    [InlineData("permit", "permitt", 1)]
    [InlineData("return", "retrun", 1)]
    [InlineData("card", "cart", 1)]
    [InlineData("", "abc", 3)]
    public void Edits_are_counted_and_a_swap_is_one(string left, string right, int edits) => Assert.Equal(edits, Spelling.Distance(left, right, allowed: 9));

    // Held against the plain table of all edits, which is slow and easy to believe.
    [Fact]
    public void Counting_that_stops_early_agrees_with_counting_everything() =>
        (from left in Gen.String[Gen.Char['a', 'd'], 0, 9] from right in Gen.String[Gen.Char['a', 'd'], 0, 9] from allowed in Gen.Int[0, 4] select (left, right, allowed))
            .Sample(pair => Math.Min(Spelling.Distance(pair.left, pair.right, pair.allowed), pair.allowed + 1) == Math.Min(AllEdits(pair.left, pair.right), pair.allowed + 1));

    private static int AllEdits(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j
                    : Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[left.Length, right.Length];
    }
}
