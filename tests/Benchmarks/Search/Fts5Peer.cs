using CrossBorder.Federation.Catalogue.Finding;
using Microsoft.Data.Sqlite;

namespace CrossBorder.Benchmarks.Search;

/// <summary>The peer: SQLite's full-text index of trigrams over the same texts, ranked by its BM25. It knows no other word for anything.</summary>
internal sealed class Fts5Peer : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public Fts5Peer(IReadOnlyList<Findable> findables)
    {
        connection.Open();
        using var create = connection.CreateCommand();
        create.CommandText = "CREATE VIRTUAL TABLE entries USING fts5(code UNINDEXED, text, tokenize='trigram')";
        create.ExecuteNonQuery();
        using var transaction = connection.BeginTransaction();
        foreach (var findable in findables)
        {
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO entries VALUES ($code, $text)";
            insert.Parameters.AddWithValue("$code", findable.Code);
            insert.Parameters.AddWithValue("$text", string.Join(' ', findable.Terms.Concat(findable.Surroundings)));
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>The first twenty for any of the question's trigrams.</summary>
    public IReadOnlyList<string> Find(string query)
    {
        var trigrams = query.Split(' ').Where(word => word.Length > 2)
            .SelectMany(word => Enumerable.Range(0, word.Length - 2).Select(start => word.Substring(start, 3)))
            .Distinct().Select(gram => $"\"{gram.Replace("\"", "\"\"", StringComparison.Ordinal)}\"").ToList();
        if (trigrams.Count == 0)
            return [];
        using var search = connection.CreateCommand();
        search.CommandText = "SELECT code FROM entries WHERE entries MATCH $query ORDER BY rank LIMIT 20";
        search.Parameters.AddWithValue("$query", string.Join(" OR ", trigrams));
        using var rows = search.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
            found.Add(rows.GetString(0));
        return found;
    }

    public void Dispose() => connection.Dispose();
}
