using System.Text.Json;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>What a developer does to a registration, with its registration access token (RFC 7592).</summary>
internal sealed class OwnRegistration(IRegistrations registrations, MetadataRules rules, IAuditLog audit, TimeProvider clock)
{
    /// <summary>CB2116: an unknown client, an ended one and a wrong token look alike, and take as long.</summary>
    public async Task<Outcome<Registered>> OpenAsync(string clientId, string? accessToken, CancellationToken cancellationToken)
    {
        var found = await Registered.FindAsync(registrations, clientId, cancellationToken);
        var hash = found.Succeeded ? found.Value.Registration.AccessTokenHash : SecretTokens.HashOf(clientId);
        return SecretTokens.Holds(accessToken, hash) && found.Succeeded && found.Value.Standing != Standing.Ended
            ? found
            : ErrorCatalogue.RegistrationAccessRefused.With("It is not the token of this registration.");
    }

    /// <summary>
    /// Replaces all that was registered (RFC 7592 section 2.2). It counts once officers approve it, and until then what counted before; what only gives
    /// something up counts at once. CB2111, CB2112, CB6172.
    /// </summary>
    public async Task<Outcome<NewlyRegistered>> ReplaceAsync(Registered registered, JsonElement body, CancellationToken cancellationToken)
    {
        var registration = registered.Registration;
        var read = Own(registered, body).Then(rules.Read);
        if (!read.TryGetValue(out var metadata))
            return Outcome<NewlyRegistered>.Refused(read.Errors);

        var now = clock.GetUtcNow();
        var versions = await registrations.VersionsAsync(registration.ClientId, cancellationToken);
        foreach (var open in versions.Where(version => version.IsOpen || version.State == VersionState.SentBack))
            registrations.Remove(open);
        var counting = versions.FirstOrDefault(version => version.State == VersionState.InForce);
        var next = new RegistrationVersion { Id = Guid.NewGuid(), ClientId = registration.ClientId, Metadata = metadata.Write(), SubmittedAt = now };
        var atOnce = registered.InForce is { } counts && metadata.IsLessThan(counts);
        // What counts already, sent again, takes a change back that waits.
        if (atOnce && counting!.Metadata == next.Metadata)
        {
            next = counting;
        }
        else
        {
            registrations.Add(next);
            if (atOnce)
            {
                counting!.GiveWay();
                next.CountAtOnce(now);
            }
        }

        var (accessToken, secret) = (SecretTokens.New("reg"), metadata.NeedsSecret && registration.SecretHash is null ? SecretTokens.New("sec") : null);
        registration.AccessTokenHash = SecretTokens.HashOf(accessToken);
        registration.SecretHash = secret is null ? registration.SecretHash : SecretTokens.HashOf(secret);
        registration.Touch();
        audit.Record("client.changed", AuditActors.Client, registration.ClientId, RegistrationFacts.Of(next, ("counts", atOnce ? "at once" : "once approved")));
        return (await registrations.SaveAsync(cancellationToken)).Map(_ => new NewlyRegistered(
            registered with { LatestVersion = next, Latest = metadata, InForceVersion = atOnce ? next : registered.InForceVersion, InForce = atOnce ? metadata : registered.InForce },
            accessToken, secret));
    }

    /// <summary>Draws another secret; the one before is worth nothing any more. CB6170 where this client has none.</summary>
    public async Task<Outcome<string>> RenewSecretAsync(Registered registered, CancellationToken cancellationToken)
    {
        if (!registered.Latest.NeedsSecret && registered.InForce is not { NeedsSecret: true })
            return ErrorCatalogue.RegistrationNotNow.With("This client proves itself without a secret.");
        var secret = SecretTokens.New("sec");
        registered.Registration.SecretHash = SecretTokens.HashOf(secret);
        registered.Registration.Touch();
        audit.Record("client.secret_renewed", AuditActors.Client, registered.Registration.ClientId, RegistrationFacts.Of(registered.LatestVersion));
        return (await registrations.SaveAsync(cancellationToken)).Map(_ => secret);
    }

    /// <summary>RFC 7592 section 2.3. The client and all its tokens end. CB6172.</summary>
    public async Task<Outcome<bool>> DeleteAsync(Registered registered, CancellationToken cancellationToken)
    {
        var ended = registered.Registration.End(registered.Registration.ClientId, clock.GetUtcNow());
        if (!ended.Succeeded)
            return Outcome<bool>.Refused(ended.Errors);
        audit.Record("client.deleted", AuditActors.Client, registered.Registration.ClientId, RegistrationFacts.Of(registered.LatestVersion));
        return await registrations.SaveAsync(cancellationToken);
    }

    // Section 2.2: it names itself, does not write what is the hub's to say, and a secret beside it is the one that it has.
    private static Outcome<JsonElement> Own(Registered registered, JsonElement body)
    {
        if (body.TextOf("client_id") != registered.Registration.ClientId)
            return ErrorCatalogue.ClientMetadataInvalid.With("client_id is not the one of this registration.", "/client_id");
        foreach (var ours in new[] { "registration_access_token", "registration_client_uri", "client_secret_expires_at", "client_id_issued_at" })
            if (body.TryGetProperty(ours, out _))
                return ErrorCatalogue.ClientMetadataInvalid.With($"{ours} is the hub's to say.", "/" + ours);
        if (body.TryGetProperty("client_secret", out _) && (registered.Registration.SecretHash is not { } hash || !SecretTokens.Holds(body.TextOf("client_secret"), hash)))
            return ErrorCatalogue.ClientMetadataInvalid.With("client_secret is not the one of this registration.", "/client_secret");
        // A statement spoke when it was registered, and its values were read by officers since; another one comes with another registration.
        return body.TryGetProperty("software_statement", out _)
            ? ErrorCatalogue.ClientMetadataInvalid.With("software_statement is for registering anew.", "/software_statement")
            : body;
    }
}
