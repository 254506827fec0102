using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using CrossBorder.Testing;

namespace CrossBorder.Benchmarks.Load;

/// <summary>
/// Applications until 201, and deliveries until the department's receipt is stored, beside what the same database does at its
/// barest: one small row a commit, by one client.
/// </summary>
internal static class ApplicationsBenchmark
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(10);
    private static readonly Table Table = new("", "count", "seconds", "a second", "errors", "p50 ms", "p95 ms", "CPU ms each", "ratio");

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        Table.Head("applications accepted (201), deliveries accepted (receipt verified and stored); ratio to the raw commits of that database");
        await MeasuredWorlds.EachAsync(async (database, fixture) =>
        {
            using var resident = new Resident(fixture.World, "yueshengshi");
            await resident.AgreeAsync(cancellationToken);
            using var http = fixture.NewHubClient();
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await resident.SignInAsync(cancellationToken));
            var deliveries = new DeliveryCount(fixture.HubServices);

            await Workers.RunAsync(8, WarmUp, _ => ApplyAsync(http, cancellationToken), cancellationToken);
            await deliveries.AwaitNoneOpenAsync(cancellationToken);
            var raw = (await RawCommits.RunAsync(fixture.HubServices, TimeSpan.FromSeconds(3), 1, cancellationToken))[0];
            Print($"{database}, raw commits of 300 bytes, 1 client", raw, raw.Rate);
            foreach (var clients in new[] { 1, 32 })
                await MeasureAsync($"{database}, {clients} clients", http, clients, deliveries, raw.Rate, cancellationToken);
        });
    }

    private static async Task MeasureAsync(
        string name, HttpClient http, int clients, DeliveryCount deliveries, double raw, CancellationToken cancellationToken)
    {
        var before = await deliveries.AcceptedAsync(cancellationToken);
        var clock = Stopwatch.StartNew();
        var accepted = await Workers.RunAsync(clients, Span, _ => ApplyAsync(http, cancellationToken), cancellationToken);
        Print(name + ": applications", accepted, raw);

        var beside = await deliveries.AcceptedAsync(cancellationToken);
        var besideSeconds = clock.Elapsed.TotalSeconds;
        await deliveries.AwaitNoneOpenAsync(cancellationToken);
        var after = await deliveries.AcceptedAsync(cancellationToken);
        PrintDeliveries(name + ": deliveries, beside", beside - before, besideSeconds, raw);
        PrintDeliveries(name + ": deliveries, backlog alone", after - beside, clock.Elapsed.TotalSeconds - besideSeconds, raw);
    }

    private static void Print(string name, LoadResult result, double raw)
    {
        Table.Row([name, .. result.Cells, LoadResult.Text(result.Rate / raw, "F3")]);
        result.PrintErrors();
    }

    private static void PrintDeliveries(string name, int count, double seconds, double raw) => Table.Row(
        name, LoadResult.Text(count, "F0"), LoadResult.Text(seconds, "F1"), LoadResult.Text(count / seconds, "F1"), "", "", "", "",
        LoadResult.Text(count / seconds / raw, "F3"));

    private static async Task ApplyAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/applications")
        {
            Content = JsonContent.Create(new
            {
                item = "gd-si-011", form = new { }, materials = Array.Empty<object>(), commitments = Array.Empty<string>(), deferred = Array.Empty<string>(),
            }),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var response = await http.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Created)
            throw new InvalidOperationException($"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
    }
}
