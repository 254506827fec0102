using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.Storage.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Signing;

/// <summary>Lets something happen just before it is asked for the so many-eth time whether a case was filed with a signing.</summary>
internal sealed class Meanwhile(int question)
{
    private int asked;

    /// <summary>Questions are counted once there is something to happen.</summary>
    public Func<Task>? Comes { get; set; }

    public void Add(IServiceCollection services) => services.AddScoped<IApplicationSignings>(
        provider => new Signings(ActivatorUtilities.CreateInstance<ApplicationSignings>(provider), this));

    private Task AskedAsync() => Comes is { } comes && Interlocked.Increment(ref asked) == question ? comes() : Task.CompletedTask;

    private sealed class Signings(ApplicationSignings signings, Meanwhile meanwhile) : IApplicationSignings
    {
        public async Task<string?> CaseOfAsync(string id, CancellationToken cancellationToken)
        {
            await meanwhile.AskedAsync();
            return await signings.CaseOfAsync(id, cancellationToken);
        }

        public Task AddAsync(ApplicationSigning signing, CancellationToken cancellationToken) => signings.AddAsync(signing, cancellationToken);

        public Task<ApplicationSigning?> FindAsync(string id, CancellationToken cancellationToken) => signings.FindAsync(id, cancellationToken);

        public Task<IReadOnlyList<ApplicationSigning>> UnfiledAsync(string residentId, CancellationToken cancellationToken) =>
            signings.UnfiledAsync(residentId, cancellationToken);

        public Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) => signings.DueAsync(now, most, cancellationToken);

        public Task<bool> TryTakeAsync(string id, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
            signings.TryTakeAsync(id, now, until, cancellationToken);

        public Task SettleAsync(string id, CancellationToken cancellationToken) => signings.SettleAsync(id, cancellationToken);

        public Task TellUnfiledAsync(ApplicationSigning signing, DateTimeOffset at, CancellationToken cancellationToken) =>
            signings.TellUnfiledAsync(signing, at, cancellationToken);

        public Task<bool> TrySaveAsync(CancellationToken cancellationToken) => signings.TrySaveAsync(cancellationToken);
    }
}
