using CrossBorder.Federation.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Officers;

/// <summary>Makes the officers of the settings as the hub starts, where they are not there yet.</summary>
internal sealed class DevelopmentOfficers(IServiceScopeFactory scopes, IOptions<OfficersOptions> options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Development.Count == 0)
            return;

        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Officer>>();
        var create = scope.ServiceProvider.GetRequiredService<CreateOfficer>();
        foreach (var officer in options.Value.Development)
        {
            if (await users.FindByNameAsync(officer.Name) is not null)
                continue;
            var created = await create.AddAsync(officer.Name, officer.Role, officer.Password, officer.TotpSecret, "settings");
            // Another node on the same database may store them between our look and this one.
            if (!created.Succeeded && await IsThereAsync(officer.Name))
                continue;
            if (!created.Succeeded)
                throw new Hosting.StartRefusedException(created.Error.ToString());
        }

        // Another node on the same database may have been first: then they are there all the same.
        await scope.ServiceProvider.GetRequiredService<IOfficers>().SaveAsync(cancellationToken);
    }

    private async Task<bool> IsThereAsync(string name)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UserManager<Officer>>().FindByNameAsync(name) is not null;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
