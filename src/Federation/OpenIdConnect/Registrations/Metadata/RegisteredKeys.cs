using System.Text.Json;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Verification.Outcomes;
using Microsoft.IdentityModel.Tokens;

namespace CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;

/// <summary>The key set that a client sent with its registration.</summary>
internal static class RegisteredKeys
{
    private const int MostKeys = 10;
    private const int LongestSet = 32 * 1024;

    /// <summary>CB2111: a private key, a key that nothing is done with here, or none.</summary>
    public static Outcome<ClientKeySet> Read(string json)
    {
        if (json.Length > LongestSet)
            return Refuse($"It is longer than {LongestSet} characters.");
        var read = ClientKeySet.Parse("jwks", json);
        if (!read.TryGetValue(out var set))
            return Refuse(read.Error.Detail);
        if (!IsReadByTheProtocol(json))
            return Refuse("A member of it has another type than RFC 7517 gives it, such as a text where a list belongs.");
        return set.Keys.Count + set.EncryptionKeys.Count > MostKeys ? Refuse($"It holds more than {MostKeys} keys.") : set;
    }

    // Our reader looks at what it needs; the protocol's library reads every member that it knows, and stores the set.
    private static bool IsReadByTheProtocol(string json)
    {
        try
        {
            return new JsonWebKeySet(json).Keys.Count > 0;
        }
        catch (Exception fault) when (fault is ArgumentException or JsonException)
        {
            return false;
        }
    }

    /// <summary>True where every key of the one stands in the other; both null is true.</summary>
    public static bool AreFewer(string? fewer, string? all) =>
        (fewer, all) is (null, null) || (fewer is not null && all is not null && Texts(fewer).IsSubsetOf(Texts(all)));

    private static HashSet<string> Texts(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("keys").EnumerateArray().Select(key => key.GetRawText())];
    }

    private static Error Refuse(string detail) => ErrorCatalogue.ClientMetadataInvalid.With(detail, "/jwks");
}
