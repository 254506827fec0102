using CrossBorder.Federation.Catalogue.Finding;
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
    public void Edits_are_counted_and_a_swap_is_one(string left, string right, int edits) => Assert.Equal(edits, Spelling.Distance(left, right));
}
