namespace CrossBorder.Federation.SignIn;

/// <summary>What one client knows one session by.</summary>
internal sealed class ClientSession
{
    /// <summary>As much as can be kept of what was told.</summary>
    public const int LongestTold = 400;

    /// <summary>The claim <c>sid</c> in that client's tokens; random.</summary>
    public required string Sid { get; init; }

    public required string SessionId { get; init; }

    public required string ClientId { get; init; }

    /// <summary>
    /// Scopes whose data this client has fetched in this session, and of which the audit log says so; parted by spaces. Of somebody for whom the
    /// one who is there acts: the scope, an @ and the id of the mandate.
    /// </summary>
    public string Told { get; set; } = "";
}
