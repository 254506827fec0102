using System.Globalization;
using System.Text.Json;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Audit;

/// <summary>
/// What the hub signs about its log at one moment: that it had so many entries and this root. Whoever keeps one can show later
/// that an entry before it was changed, removed or put in.
/// </summary>
public sealed record Checkpoint
{
    /// <summary>The header <c>typ</c>.</summary>
    public const string Type = "cross-border-checkpoint+jws";

    /// <summary>Issuer of the hub.</summary>
    public required string Origin { get; init; }

    /// <summary>Number of entries covered.</summary>
    public required long Size { get; init; }

    /// <summary>The root over them, as <see cref="LogHash.Write"/> spells it.</summary>
    public required string Root { get; init; }

    /// <summary>When it was signed; to 100 nanoseconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// Signs it: JWS compact serialization over the canonical JSON. Several keys may sign the same checkpoint, each for those who trust it.
    /// </summary>
    /// <param name="key">A key of the hub with certificates for <see cref="Trust.TrustPurpose.HubSigning"/> that name the origin.</param>
    public string Sign(ISigningKey key) => Jws.Sign(key, Type, ToCanonical());

    internal byte[] ToCanonical() => CanonicalJson.Write(
        ("at", At.UtcDateTime.ToString(AuditRecord.TimeFormat, CultureInfo.InvariantCulture)),
        ("origin", Origin),
        ("root", Root),
        ("size", Size));

    internal static Outcome<Checkpoint> Read(ReadOnlyMemory<byte> payload) =>
        StrictJson.Read<Checkpoint>(payload, ErrorCatalogue.AuditMalformed, element =>
        {
            var read = ReadMembers(element);
            // What is signed has one spelling: anything more than the members known here would show as another one.
            return read is not null && read.ToCanonical().AsSpan().SequenceEqual(payload.Span)
                ? read
                : ErrorCatalogue.AuditMalformed.With("The checkpoint is not in the canonical form, or lacks a member.");
        });

    private static Checkpoint? ReadMembers(JsonElement element) =>
        element.StringOf("origin") is { } origin && element.StringOf("root") is { } root
        && AuditJson.TimeOf(element, "at") is { } at && AuditJson.NumberOf(element, "size") is { } size
            ? new Checkpoint { Origin = origin, Root = root, At = at, Size = size }
            : null;
}
