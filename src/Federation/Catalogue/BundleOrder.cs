namespace CrossBorder.Federation.Catalogue;

/// <summary>What of a bundle must be accepted before what. A part that nothing is said of goes out at once, beside the others.</summary>
internal sealed class BundleOrder
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> after;

    private BundleOrder(IReadOnlyDictionary<string, IReadOnlyList<string>> after) => this.after = after;

    /// <summary>Everything at once.</summary>
    public static BundleOrder Parallel { get; } = new(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>By item code, the codes that come directly before it, as the catalogue writes it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> After => after;

    /// <param name="after">By item code, the codes that must be accepted before it.</param>
    /// <param name="members">The codes of the bundle.</param>
    /// <param name="fault">Told of each thing that is wrong.</param>
    public static BundleOrder Read(IReadOnlyDictionary<string, IReadOnlyList<string>?>? after, IReadOnlyCollection<string> members, Action<string> fault)
    {
        if (after is null)
            return Parallel;
        var read = after.ToDictionary(pair => pair.Key, pair => pair.Value ?? [], StringComparer.Ordinal);
        foreach (var stranger in read.SelectMany(pair => pair.Value.Append(pair.Key)).Where(code => !members.Contains(code)).Distinct())
            fault($"orders '{stranger}', which is none of its items");
        foreach (var code in read.Where(pair => pair.Value.Count == 0 || pair.Value.Distinct().Count() != pair.Value.Count).Select(pair => pair.Key))
            fault($"says nothing, or one thing twice, of what comes before '{code}'");
        var order = new BundleOrder(read);
        foreach (var code in read.Keys.Where(order.IsBeforeItself))
            fault($"has '{code}' wait for itself");
        return order;
    }

    /// <summary>
    /// The filed items that must be accepted before this one goes out. A part that is not filed here, because it is done at a counter,
    /// cannot be waited for: what comes before it stands in its place.
    /// </summary>
    public IReadOnlyList<string> Before(string code, IReadOnlySet<string> filed)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        Collect(code);
        return [.. found];

        void Collect(string of)
        {
            foreach (var before in after.GetValueOrDefault(of, []))
            {
                if (filed.Contains(before))
                    found.Add(before);
                else
                    Collect(before);
            }
        }
    }

    private bool IsBeforeItself(string code)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(after[code]);
        while (open.TryDequeue(out var before))
        {
            if (before == code)
                return true;
            foreach (var next in seen.Add(before) ? after.GetValueOrDefault(before, []) : [])
                open.Enqueue(next);
        }

        return false;
    }
}
