namespace CrossBorder.Federation.Signals;

/// <summary>What becomes known of a resident, for the receivers that know them.</summary>
internal interface ISignals
{
    /// <summary>
    /// What a resident signs in with changed: tells every receiver to which the resident is known. The events join the current unit of work.
    /// </summary>
    Task CredentialChangedAsync(string residentId, CredentialChanged change, CancellationToken cancellationToken);
}

/// <summary>A change of what a resident signs in with.</summary>
/// <param name="Credential"><c>credential_type</c> of CAEP, or a URN of ours.</param>
/// <param name="Change"><c>create</c>, <c>update</c>, <c>revoke</c> or <c>delete</c>.</param>
/// <param name="ByResident">False where the home or the hub did it.</param>
internal sealed record CredentialChanged(string Credential, string Change, bool ByResident)
{
    /// <summary>Another home vouches for the resident from now on.</summary>
    public static CredentialChanged HomeAdded { get; } = new("urn:crossborder:home-identity", "create", ByResident: true);
}
