using CrossBorder.Federation.Trust.Keys;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using OpenIddict.Validation;

namespace CrossBorder.Federation.OpenIdConnect;

/// <summary>Lets OpenIddict see a change of keys: its options are built anew for the next request, those of the APIs' validation from the server's.</summary>
internal sealed class RefreshServerKeys(
    ITokenKeys keys, IOptionsMonitorCache<OpenIddictServerOptions> server, IOptionsMonitorCache<OpenIddictValidationOptions> validation) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        keys.Changed += Refresh;
        // The keys of the database were read before this.
        Refresh();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        keys.Changed -= Refresh;
        return Task.CompletedTask;
    }

    // The server first: the other is made out of it.
    private void Refresh()
    {
        server.TryRemove(Options.DefaultName);
        validation.TryRemove(Options.DefaultName);
    }
}
