namespace CrossBorder.Federation.Accounts;

/// <summary>A person at home and their account on the other side, tied once and known from then on.</summary>
internal sealed class HomeLink
{
    public required string Id { get; init; }

    public required string ResidentId { get; init; }

    /// <summary>Issuer of the home.</summary>
    public required string Home { get; init; }

    /// <summary>Keyed hash of issuer and subject; unique.</summary>
    public required string SubjectHash { get; init; }

    /// <summary>Account on the other side; encrypted.</summary>
    public required string MainlandAccount { get; init; }

    /// <summary>Keyed hash of the account: who holds it already is found by it.</summary>
    public required string AccountHash { get; init; }

    /// <summary>Id of the chain that the person was proved over when it was made; null for one from before that was kept.</summary>
    public string? TrustPath { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
