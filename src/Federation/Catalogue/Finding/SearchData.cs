namespace CrossBorder.Federation.Catalogue.Finding;

/// <summary>The two tables that ship with the hub, read once, and how texts are read by them.</summary>
internal static class SearchData
{
    private static readonly Lazy<HanTable> Table = new(() => Open("han.json", HanTable.Read));
    private static readonly Lazy<Vocabulary> Words = new(() => Open("vocabulary.json", Vocabulary.Read));

    private static readonly Lazy<TextReading> Texts = new(() => new(Han, Vocabulary));

    public static HanTable Han => Table.Value;

    public static Vocabulary Vocabulary => Words.Value;

    public static TextReading Reading => Texts.Value;

    private static T Open<T>(string name, Func<Stream, T> read)
    {
        using var stream = typeof(SearchData).Assembly.GetManifestResourceStream(name)!;
        return read(stream);
    }
}
