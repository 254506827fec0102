namespace CrossBorder.Federation.Catalogue.Finding;

/// <summary>The two tables that ship with the hub, read when somebody searches for the first time.</summary>
internal static class SearchData
{
    private static readonly Lazy<HanTable> Table = new(() => Open("han.json", HanTable.Read));
    private static readonly Lazy<Vocabulary> Words = new(() => Open("vocabulary.json", Vocabulary.Read));

    public static HanTable Han => Table.Value;

    public static Vocabulary Vocabulary => Words.Value;

    private static T Open<T>(string name, Func<Stream, T> read)
    {
        using var stream = typeof(SearchData).Assembly.GetManifestResourceStream(name)!;
        return read(stream);
    }
}
