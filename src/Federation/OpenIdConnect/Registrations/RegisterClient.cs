using System.Security.Cryptography;
using System.Text.Json;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>
/// A developer registers a relying party (RFC 7591 section 3.1), with a ticket of an officer or with a software statement. Nothing that is registered
/// here counts before two officers have read it.
/// </summary>
internal sealed class RegisterClient(
    IRegistrations registrations, SoftwareStatements statements, MetadataRules rules, IAuditLog audit, IOptions<RegistrationOptions> options, TimeProvider clock)
{
    private const string Statement = "software_statement";

    /// <param name="body">What was sent, a JSON object.</param>
    /// <param name="ticketToken">The initial access token; null where there is none.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>CB2110 to CB2114, CB2117; CB6172 where the last use of a ticket was taken at the same moment.</returns>
    public async Task<Outcome<NewlyRegistered>> RunAsync(JsonElement body, string? ticketToken, CancellationToken cancellationToken)
    {
        RegistrationTicket? ticket = null;
        var now = clock.GetUtcNow();
        if (ticketToken is not null)
        {
            ticket = await registrations.FindTicketAsync(SecretTokens.HashOf(ticketToken), cancellationToken);
            if (ticket is null || !ticket.Holds(now))
                return ErrorCatalogue.RegistrationTokenRefused.With("Ask the operators for another one.");
        }

        var stated = StatementOf(body);
        if (!stated.Succeeded)
            return Outcome<NewlyRegistered>.Refused(stated.Errors);
        var statement = stated.Value.Statement;
        if (ticket is null && statement is null)
            return ErrorCatalogue.RegistrationTokenRefused.With("There is neither an initial access token nor a software statement.");

        var read = rules.Read(stated.Value.Body);
        if (!read.TryGetValue(out var metadata))
            return Outcome<NewlyRegistered>.Refused(read.Errors);

        var origin = ticket is not null ? "ticket:" + ticket.Id.ToString("N") : "publisher:" + statement!.Publisher;
        if (await registrations.WaitingAsync(null, cancellationToken) >= options.Value.MostWaiting
            || await registrations.WaitingAsync(origin, cancellationToken) >= options.Value.MostWaitingOfOne)
            return ErrorCatalogue.RegistrationsTooMany.With("Officers read them in the order in which they came.");
        // What is deleted waits no more: without this a statement, which may be shown again and again, would fill the tables and the officers' log.
        if (await registrations.RegisteredAsync(origin, now.AddDays(-1), cancellationToken) >= options.Value.MostOfOneADay)
            return ErrorCatalogue.RegistrationsTooMany.With("So many came from there within a day; try again tomorrow.");

        ticket?.Use();
        return await StoreAsync(metadata, origin, now, cancellationToken);
    }

    private async Task<Outcome<NewlyRegistered>> StoreAsync(ClientMetadata metadata, string origin, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var accessToken = SecretTokens.New("reg");
        var secret = metadata.NeedsSecret ? SecretTokens.New("sec") : null;
        var registration = new Registration
        {
            ClientId = "rp-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)), Origin = origin, SoftwareId = metadata.SoftwareId, CreatedAt = now,
            AccessTokenHash = SecretTokens.HashOf(accessToken), SecretHash = secret is null ? null : SecretTokens.HashOf(secret),
        };
        var version = new RegistrationVersion { Id = Guid.NewGuid(), ClientId = registration.ClientId, Metadata = metadata.Write(), SubmittedAt = now };
        registrations.Add(registration);
        registrations.Add(version);
        audit.Record("client.registered", AuditActors.Client, registration.ClientId, RegistrationFacts.Of(version, ("origin", origin)));
        return (await registrations.SaveAsync(cancellationToken)).Map(_ => new NewlyRegistered(new Registered(registration, version, metadata, null, null), accessToken, secret));
    }

    /// <summary>The statement where there is one, and the registration as it stands with it.</summary>
    private Outcome<(SoftwareStatement? Statement, JsonElement Body)> StatementOf(JsonElement body)
    {
        if (!body.TryGetProperty(Statement, out var member) || member.ValueKind == JsonValueKind.Null)
            return ((SoftwareStatement?)null, body);
        if (member.ValueKind != JsonValueKind.String)
            return ErrorCatalogue.SoftwareStatementInvalid.With("It is no text.", "/" + Statement);
        return statements.Verify(member.GetString()!).Map(statement => ((SoftwareStatement?)statement, statement.Over(body)));
    }
}

/// <summary>With what is shown this once.</summary>
internal sealed record NewlyRegistered(Registered Registered, string AccessToken, string? Secret);
