using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Testing;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>
/// Ends a hand-over at one step and lets it do nothing more, not even clear up: what is left in the database is what a
/// process leaves that is killed there.
/// </summary>
internal sealed class Crash(CrashStep step)
{
    private readonly TaskCompletionSource happened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Happened => happened.Task.WaitAsync(Waiting.Patience);

    public void AddTo(IServiceCollection services)
    {
        services.AddScoped<DeliveryQueue>();
        services.Replace(ServiceDescriptor.Scoped<IDeliveryQueue>(provider => new Queue(this, provider.GetRequiredService<DeliveryQueue>())));
        var channel = services.Single(service => service.ServiceType == typeof(IDepartmentChannel)).ImplementationType!;
        services.AddSingleton(channel);
        services.Replace(ServiceDescriptor.Singleton<IDepartmentChannel>(provider =>
            new Channel(this, (IDepartmentChannel)provider.GetRequiredService(channel))));
    }

    private void At(CrashStep reached)
    {
        if (reached != step)
            return;
        happened.TrySetResult();
        throw new InvalidOperationException("The process ended here.");
    }

    private sealed class Channel(Crash crash, IDepartmentChannel inner) : IDepartmentChannel
    {
        public async Task<Outcome<ChannelAnswer>> DeliverAsync(ChannelDelivery delivery, CancellationToken cancellationToken)
        {
            crash.At(CrashStep.BeforeSending);
            var answer = await inner.DeliverAsync(delivery, cancellationToken);
            crash.At(CrashStep.AfterTheDepartmentAnswered);
            return answer;
        }
    }

    private sealed class Queue(Crash crash, DeliveryQueue inner) : IDeliveryQueue
    {
        public Task<IReadOnlyList<string>> DueDepartmentsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
            inner.DueDepartmentsAsync(now, cancellationToken);

        public Task<IReadOnlyList<Delivery>> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken) =>
            inner.LeaseAsync(request, cancellationToken);

        public Task<string> KeepEnvelopeAsync(string deliveryId, SignedEnvelope envelope, DateTimeOffset signedAt, CancellationToken cancellationToken)
        {
            crash.At(CrashStep.BeforeTheEnvelopeIsStored);
            return inner.KeepEnvelopeAsync(deliveryId, envelope, signedAt, cancellationToken);
        }

        public async Task<bool> ConcludeAsync(Delivery delivery, VerifiedReceipt receipt, TrustUse? use, DateTimeOffset at, CancellationToken cancellationToken)
        {
            crash.At(CrashStep.BeforeTheReceiptIsStored);
            var stored = await inner.ConcludeAsync(delivery, receipt, use, at, cancellationToken);
            crash.At(CrashStep.AfterTheReceiptIsStored);
            return stored;
        }

        public Task<HandedOver?> FindAsync(string department, string deliveryId, CancellationToken cancellationToken) =>
            inner.FindAsync(department, deliveryId, cancellationToken);

        public Task NoteAsync(Delivery delivery, Error fault, string what, DateTimeOffset at, CancellationToken cancellationToken) =>
            inner.NoteAsync(delivery, fault, what, at, cancellationToken);

        public Task AwaitReceiptAsync(Delivery delivery, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
            inner.AwaitReceiptAsync(delivery, dueAt, cancellationToken);

        public Task FetchedAsync(string owner, IReadOnlyCollection<string> deliveries, CancellationToken cancellationToken) =>
            inner.FetchedAsync(owner, deliveries, cancellationToken);

        public Task PostponeAsync(
            Delivery delivery, Error fault, string what, DateTimeOffset dueAt, DateTimeOffset at, CancellationToken cancellationToken) =>
            inner.PostponeAsync(delivery, fault, what, dueAt, at, cancellationToken);
    }
}

public enum CrashStep
{
    BeforeTheEnvelopeIsStored,
    BeforeSending,
    AfterTheDepartmentAnswered,
    BeforeTheReceiptIsStored,
    AfterTheReceiptIsStored,
}
