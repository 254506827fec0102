namespace CrossBorder.Federation.Applications.Webhooks;

/// <summary>Whether a client may still hear of a case, asked when it is about to.</summary>
internal interface IHearing
{
    /// <summary>
    /// Whether the resident took back what let the client hear of that case. Asked once more for each notice, since one that was written while the
    /// withdrawal was under way saw nothing of it, and was not seen by it. A case that is here no more, no consent says anything of.
    /// </summary>
    Task<bool> IsOverAsync(string clientId, string caseNumber, CancellationToken cancellationToken);
}
