namespace CrossBorder.Federation.Officers.Passkeys;

/// <summary>What came back: the ticket of the question, and what the passkey said, as JSON.</summary>
internal sealed record PasskeyAnswer(string Ticket, string Credential)
{
    private const string Mark = "passkey:";
    private const int Longest = 16 * 1024;

    /// <summary>False for what no browser sends: not worth the work.</summary>
    public bool IsPlausible => Ticket.Length <= Longest && Credential.Length <= Longest;

    /// <summary>
    /// Reads a proof as a form carries it where a code could stand as well: <c>passkey:TICKET:JSON</c>. Null where it is a code.
    /// </summary>
    public static PasskeyAnswer? Read(string? proof)
    {
        if (proof is null || !proof.StartsWith(Mark, StringComparison.Ordinal))
            return null;
        var end = proof.IndexOf(':', Mark.Length);
        return end < 0 ? new PasskeyAnswer("", "") : new PasskeyAnswer(proof[Mark.Length..end], proof[(end + 1)..]);
    }
}
