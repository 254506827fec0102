using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.SignedRequests;

/// <summary>
/// The hub's own word that the client signed these very parameters. The browser carries them through the sign-in and back, where the
/// request object itself will not do: it holds once, and asks for the sign-in again that has just taken place.
/// </summary>
internal sealed class RequestSeal(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The parameter that holds it; a client's own of that name is not heard.</summary>
    public const string Parameter = "hub_request_seal";

    private const int TimeLength = sizeof(long);

    // As long as the settings let a sign-in take at most.
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    // What the sign-in fulfils is left out of the address on the way back.
    private static readonly string[] Uncovered = [Parameter, Parameters.Prompt, Parameters.MaxAge];

    private readonly IDataProtector protector = protection.CreateProtector("hub.signed-requests");

    public string Of(OpenIddictRequest request)
    {
        Span<byte> content = stackalloc byte[TimeLength + SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(content, clock.GetUtcNow().ToUnixTimeSeconds());
        Digest(request).CopyTo(content[TimeLength..]);
        return Base64Url.EncodeToString(protector.Protect(content.ToArray()));
    }

    public bool Holds(OpenIddictRequest request)
    {
        if ((string?)request[Parameter] is not { Length: > 0 and < 1000 } text)
            return false;

        try
        {
            var content = protector.Unprotect(Base64Url.DecodeFromChars(text));
            var age = clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(content));
            return age < Lifetime && CryptographicOperations.FixedTimeEquals(content.AsSpan(TimeLength), Digest(request));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return false;
        }
    }

    private static byte[] Digest(OpenIddictRequest request)
    {
        var parameters = request.GetParameters()
            .Where(parameter => !Uncovered.Contains(parameter.Key))
            .Select(parameter => (Name: parameter.Key, Values: (((ImmutableArray<string?>?)parameter.Value) ?? []).Where(value => !string.IsNullOrEmpty(value)).ToArray()))
            .Where(parameter => parameter.Values.Length > 0)
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
            .Select(parameter => new object[] { parameter.Name, parameter.Values });
        return SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parameters));
    }
}
