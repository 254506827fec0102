namespace CrossBorder.Federation.SignIn;

/// <summary>What one client knows one session by.</summary>
internal sealed class ClientSession
{
    /// <summary>The claim <c>sid</c> in that client's tokens; random.</summary>
    public required string Sid { get; init; }

    public required string SessionId { get; init; }

    public required string ClientId { get; init; }

    /// <summary>Scopes whose data this client has fetched in this session, and of which the audit log says so; parted by spaces.</summary>
    public string Told { get; set; } = "";
}
