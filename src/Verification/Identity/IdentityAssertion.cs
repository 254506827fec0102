using System.Text.Json;

namespace CrossBorder.Verification.Identity;

/// <summary>What a home provider claims, signed but not yet judged.</summary>
internal sealed record IdentityAssertion
{
    public required string Issuer { get; init; }

    public required IReadOnlyList<string> Audiences { get; init; }

    public required string Subject { get; init; }

    public required string Identifier { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    public string? Nonce { get; init; }

    public required DateTimeOffset AuthenticatedAt { get; init; }

    public string? Assurance { get; init; }

    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>The member <c>identity</c>, for <see cref="ClaimedPerson"/>.</summary>
    public required JsonElement Person { get; init; }
}
