namespace CrossBorder.Federation.Accounts;

/// <summary>What linking came to, where it was not refused.</summary>
internal abstract record LinkAnswer
{
    /// <summary>Linked: before, or just now to a newly registered account.</summary>
    internal sealed record Linked(string ResidentId, string MainlandAccount) : LinkAnswer;

    /// <summary>One account matches; the resident has to say that it is theirs.</summary>
    internal sealed record Offered(string AccountId, string Compared) : LinkAnswer;
}
