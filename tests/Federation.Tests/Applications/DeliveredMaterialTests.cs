using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>Materials travel by reference: the envelope names digest and address.</summary>
public sealed class DeliveredMaterialTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_department_goes_on_where_its_line_broke_and_the_tag_is_the_digest_of_the_envelope()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        await desk.SubmitAsync(await Uploads.CompleteAsync(desk, "gd-ed-006"));
        await desk.DeliverAsync();
        using var http = await desk.ListenAsync("department-gd-edu");
        var delivery = await desk.UseAsync<HubDbContext, Delivery>(context => context.Set<Delivery>().AsNoTracking().SingleAsync(Stop));
        var material = JsonDocument.Parse(delivery.Payload).RootElement.GetProperty("materials").EnumerateArray()
            .First(material => material.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String);
        var path = new Uri(material.GetProperty("url").GetString()!).PathAndQuery.TrimStart('/');

        var whole = await http.GetAsync(path, Stop);
        using var rest = new HttpRequestMessage(HttpMethod.Get, path);
        rest.Headers.Range = new RangeHeaderValue(5, null);
        rest.Headers.IfRange = new RangeConditionHeaderValue(whole.Headers.ETag!);
        var part = await http.SendAsync(rest, Stop);
        using var beyond = new HttpRequestMessage(HttpMethod.Get, path);
        beyond.Headers.Range = new RangeHeaderValue(1_000_000, null);

        Assert.Equal($"\"{material.GetProperty("digest").GetString()}\"", whole.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal((await whole.Content.ReadAsByteArrayAsync(Stop))[5..], await part.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await http.SendAsync(beyond, Stop)).StatusCode);
    }
}
