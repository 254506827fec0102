using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Hosting.Operations;
using CrossBorder.Federation.OpenIdConnect.Clients;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>Takes over what developers and officers did to registrations, on this node or another.</summary>
internal sealed class RegistrationWatch(
    IServiceScopeFactory scopes, KnownClients clients, ClientKeys keys, Recipients recipients, ReturnAddresses addresses, TimeProvider clock,
    ILogger<RegistrationWatch> logger)
{
    // No mark is empty: this is what no look finds, so that the next one tries again.
    private static readonly string[] NotAll = [""];

    private readonly GrowingPause pause = new(clock);
    private IReadOnlyList<string> tried = [];
    private volatile IReadOnlyList<string>? seen;

    /// <summary>Whether this node has taken over what these marks name.</summary>
    public bool IsAt(IReadOnlyList<string> marks) => seen is { } last && marks.SequenceEqual(last, StringComparer.Ordinal);

    /// <summary>One look: cheap where nothing has changed.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var registrations = scope.ServiceProvider.GetRequiredService<IRegistrations>();
        var marks = await registrations.InForceMarksAsync(cancellationToken);
        if (IsAt(marks))
            return;
        // What officers do meanwhile does not wait.
        if (!marks.SequenceEqual(tried, StringComparer.Ordinal))
            pause.End();
        else if (!pause.IsOver)
            return;

        var inForce = await registrations.InForceAsync(cancellationToken);
        var taken = new Dictionary<string, RegisteredClient>(StringComparer.Ordinal);
        foreach (var one in inForce)
        {
            var found = RegisteredClient.Of(one);
            if (!found.TryGetValue(out var client))
                Log.RegistrationUnreadable(logger, one.Registration.ClientId, found.Error.ToString());
            else if (clients.IsOfSettings(client.Options.ClientId))
                Log.ClientOfSettings(logger, client.Options.ClientId);
            else
                taken[client.Options.ClientId] = client;
        }

        // Keys and addresses first: once OpenIddict knows the client, everything else does.
        clients.Take(taken.Values.Select(client => client.Options));
        keys.Take(taken.Values.Where(client => client.Keys is not null).ToDictionary(client => client.Options.ClientId, client => client.Keys!, StringComparer.Ordinal));
        recipients.Take(taken.Values.ToDictionary(client => client.Options.ClientId, client => client.Recipient, StringComparer.Ordinal));
        addresses.Take([.. taken.Values.SelectMany(client => client.Options.RedirectUris.Concat(client.Options.PostLogoutRedirectUris))]);
        var kept = await scope.ServiceProvider.GetRequiredService<RegisteredApplications>().KeepAsync(taken, all: seen is null, cancellationToken);
        // What was read, and not what was seen before: an officer may have decided in between.
        string[] marked = [.. inForce.Select(one => one.Mark)];
        (seen, tried) = (kept ? marked : NotAll, marked);
        if (kept)
            pause.End();
        else
            pause.Lengthen();
        if (kept && taken.Count > 0)
            Log.RegistrationsTaken(logger, string.Join(", ", taken.Keys));
    }
}
