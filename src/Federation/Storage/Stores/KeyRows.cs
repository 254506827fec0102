using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Federation.Verifications;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>The rows that rest on a key of the hub, to be counted or read.</summary>
internal sealed class KeyRows(HubDbContext context, HubKeyLife key, DateTimeOffset now)
{
    // What leaves for relying parties with a signature of the hub.
    private static readonly string[] Signed = [TokenTypeIdentifiers.AccessToken, TokenTypeIdentifiers.IdentityToken];

    public IQueryable<OpenIddictEntityFrameworkCoreToken> Tokens
    {
        get
        {
            var (moment, from, until) = (now.UtcDateTime, key.SignedFrom?.UtcDateTime ?? DateTime.MaxValue, key.SignedUntil?.UtcDateTime ?? DateTime.MaxValue);
            return context.Set<OpenIddictEntityFrameworkCoreToken>().Where(token =>
                token.Status == Statuses.Valid && (token.ExpirationDate == null || token.ExpirationDate > moment)
                && Signed.Contains(token.Type!) && key.Clients.Contains(token.Application!.ClientId!)
                && token.CreationDate >= from && token.CreationDate < until);
        }
    }

    public IQueryable<Delivery> Envelopes => context.Set<Delivery>().Where(delivery => delivery.EnvelopeKey == key.Id);

    public IQueryable<LiveAttestation> Attestations => context.Set<LiveAttestation>()
        .Where(attestation => attestation.KeyId == key.Id && attestation.ExpiresAt > now);

    public IQueryable<AuditCheckpoint> Checkpoints => context.Set<AuditCheckpoint>().Where(checkpoint => checkpoint.KeyId == key.Id);
}
