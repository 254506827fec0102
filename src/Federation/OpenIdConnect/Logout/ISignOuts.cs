namespace CrossBorder.Federation.OpenIdConnect.Logout;

/// <summary>Sign-outs, and the queue of those who are to hear of them: a table with leases, as the queue of deliveries is (ADR 0004).</summary>
internal interface ISignOuts
{
    /// <summary>With its notices; null where there is none of this id since that moment.</summary>
    Task<SignOut?> FindAsync(string id, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>A resident's, newest first, with their notices.</summary>
    Task<IReadOnlyList<SignOut>> ListAsync(string residentId, CancellationToken cancellationToken);

    /// <summary>Takes notices that are due. Of several workers one gets each.</summary>
    Task<IReadOnlyList<LogoutNotice>> LeaseAsync(string owner, int count, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The end of a notice. Ignored where the lease was lost.</summary>
    Task SettleAsync(LogoutNotice notice, NoticeStatus status, string? fault, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Gives the lease back until the notice is due again.</summary>
    Task PostponeAsync(LogoutNotice notice, string fault, DateTimeOffset dueAt, CancellationToken cancellationToken);
}
