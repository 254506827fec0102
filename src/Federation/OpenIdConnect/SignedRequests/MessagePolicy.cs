using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Encryption;
using CrossBorder.Federation.OpenIdConnect.Profiles;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.OpenIdConnect.SignedRequests;

/// <summary>How the messages between a client and the hub are protected beyond TLS: what the client registered, with what follows from it.</summary>
internal sealed record MessagePolicy
{
    /// <summary>A client that registered nothing, or that nobody knows.</summary>
    public static MessagePolicy None { get; } = new();

    /// <summary>What its request objects are signed with; empty where none are taken.</summary>
    public IReadOnlyList<string> RequestAlgorithms { get; init; } = [];

    public bool RequiresSignedRequests { get; init; }

    /// <summary>Authorization responses go to it signed, in whatever mode.</summary>
    public bool RequiresSignedResponses { get; init; }

    /// <summary>Of authorization responses, where they are signed.</summary>
    public string ResponseAlgorithm { get; init; } = AlgorithmCatalogue.RS256.Name;

    /// <summary>Of introspection responses, where the caller wants them signed.</summary>
    public string IntrospectionAlgorithm { get; init; } = AlgorithmCatalogue.RS256.Name;

    /// <summary>Of userinfo as a JWT; null for plain JSON.</summary>
    public string? UserInfoAlgorithm { get; init; }

    public EncryptionOptions? IdTokenEncryption { get; init; }

    public EncryptionOptions? UserInfoEncryption { get; init; }

    public static MessagePolicy Of(RelyingPartyOptions client)
    {
        var usual = client.IdTokenAlgorithm ?? AlgorithmCatalogue.RS256.Name;
        return new MessagePolicy
        {
            RequestAlgorithms = client.RequestObjects?.Algorithms ?? (SignsAll(client) ? ProfileFaults.Algorithms : []),
            RequiresSignedRequests = SignsRequests(client),
            RequiresSignedResponses = WantsSignedResponses(client),
            ResponseAlgorithm = client.AuthorizationResponseAlgorithm ?? usual,
            IntrospectionAlgorithm = client.IntrospectionAlgorithm ?? usual,
            UserInfoAlgorithm = client.UserInfoAlgorithm,
            IdTokenEncryption = client.IdTokenEncryption,
            UserInfoEncryption = client.UserInfoEncryption,
        };
    }

    /// <summary>True where this client must sign each authorization request.</summary>
    private static bool SignsRequests(RelyingPartyOptions client) => SignsAll(client) || client.RequestObjects is { Required: true };

    /// <summary>A client that names an algorithm for its authorization responses gets no other (JARM section 3).</summary>
    private static bool WantsSignedResponses(RelyingPartyOptions client) => SignsAll(client) || client.AuthorizationResponseAlgorithm is not null;

    /// <summary>FAPI 2.0 Message Signing sections 5.3 and 5.4: requests and answers both.</summary>
    private static bool SignsAll(RelyingPartyOptions client) => client.Profile == ClientProfile.Fapi2MessageSigning;
}
