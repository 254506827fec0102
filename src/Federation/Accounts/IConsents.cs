using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Accounts;

/// <summary>What residents agreed to.</summary>
internal interface IConsents
{
    /// <summary>Whether the resident agreed to all of these scopes for this client's present purpose and did not withdraw.</summary>
    Task<bool> IsGivenAsync(string residentId, string clientId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken);

    /// <summary>Adds an agreement, with its text, to the current unit of work.</summary>
    Consent Give(string residentId, Recipient recipient, IReadOnlyCollection<string> scopes, ConsentNotice notice);

    /// <summary>Adds an agreement, with its text, and saves.</summary>
    Task GiveAtOnceAsync(
        string residentId, Recipient recipient, IReadOnlyCollection<string> scopes, ConsentNotice notice, CancellationToken cancellationToken);

    /// <summary>All of a resident's, or those given to one client; newest first.</summary>
    Task<IReadOnlyList<Consent>> ListAsync(string residentId, string? clientId, CancellationToken cancellationToken);

    /// <summary>Withdraws and saves, and with it goes what is kept for nothing else. A second time changes nothing; somebody else's is unknown.</summary>
    Task<Outcome<Consent>> WithdrawAsync(string residentId, string? clientId, string consentId, CancellationToken cancellationToken);
}
