namespace CrossBorder.Federation.Notices;

/// <summary>Which of the due notices go out now: for each receiver as many as its share leaves, the longest due first.</summary>
internal static class NoticeShares
{
    /// <param name="due">The longest due first.</param>
    /// <param name="busy">How many each receiver has under way.</param>
    /// <param name="share">The most that one receiver has.</param>
    /// <param name="free">The most that go out.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<DueNotice> due, IReadOnlyDictionary<string, int> busy, int share, int free)
    {
        var taken = new Dictionary<string, int>(busy, StringComparer.Ordinal);
        var chosen = new List<string>();
        foreach (var notice in due)
        {
            if (chosen.Count == free)
                break;
            var held = taken.GetValueOrDefault(notice.Receiver);
            if (held >= share)
                continue;
            taken[notice.Receiver] = held + 1;
            chosen.Add(notice.Id);
        }

        return chosen;
    }
}
