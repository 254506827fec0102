using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Storage;

/// <summary>
/// Lets a second thread make the database's model while the host checks its settings and maps its end points: each takes as long as the other,
/// and is a third of a start. Whoever asks for a context before it is made waits for it (<see cref="FirstModel"/>).
/// </summary>
internal sealed class ModelAhead(IServiceScopeFactory scopes) : IConfigureOptions<KestrelServerOptions>
{
    // The server's options are the first that a host asks for, and this comes before whatever else configures them.
    public void Configure(KestrelServerOptions options) => _ = Task.Run(Make);

    private void Make()
    {
        try
        {
            using var scope = scopes.CreateScope();
            scope.ServiceProvider.GetRequiredService<HubDbContext>();
        }
        catch (Exception fault) when (fault is OptionsValidationException or ObjectDisposedException)
        {
            // Settings that don't hold: the start says so itself, or has done so.
        }
    }
}
