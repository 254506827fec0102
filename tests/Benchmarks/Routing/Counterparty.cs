using System.Net.Http.Headers;
using System.Text;
using CrossBorder.Adapters.Departments;
using CrossBorder.Benchmarks.Load;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Storage;
using CrossBorder.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrossBorder.Benchmarks.Routing;

/// <summary>
/// The department without the hub: envelopes that it took are posted to it once more. It verifies each and signs a receipt as it did the first
/// time, so what this costs is what a delivery costs that is not the hub.
/// </summary>
internal sealed class Counterparty(SandboxFixture fixture)
{
    private const int Envelopes = 200;
    private const int AtOnce = 8;

    public async Task<IReadOnlyList<LoadResult>> AnswerAsync(TimeSpan span, int rounds, CancellationToken cancellationToken)
    {
        await using var scope = fixture.HubServices.CreateAsyncScope();
        var delivered = await scope.ServiceProvider.GetRequiredService<HubDbContext>().Set<Delivery>().AsNoTracking()
            .Where(delivery => delivery.Status == DeliveryStatus.Accepted).OrderByDescending(delivery => delivery.Id).Take(Envelopes).ToListAsync(cancellationToken);
        var address = scope.ServiceProvider.GetRequiredService<IOptions<DepartmentsOptions>>().Value.Find(delivered[0].Department)!.Address;
        using var http = new HttpClient();
        var next = 0;
        var results = new List<LoadResult>(rounds);
        while (results.Count < rounds)
            results.Add(await Workers.RunAsync(AtOnce, span, _ => PostAsync(), cancellationToken));
        return results;

        async Task PostAsync()
        {
            var envelope = delivered[Interlocked.Increment(ref next) % delivered.Count].Envelope!;
            using var body = new ByteArrayContent(Encoding.ASCII.GetBytes(envelope));
            body.Headers.ContentType = new MediaTypeHeaderValue("application/jose");
            using var answer = await http.PostAsync(new Uri(address), body, cancellationToken);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        }
    }
}
