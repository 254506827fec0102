using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Outcomes;
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

    [Fact]
    public async Task A_range_may_begin_in_one_stored_piece_and_end_in_another()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        byte[] file = [.. "%PDF-1.7"u8, .. RandomNumberGenerator.GetBytes(3 * MaterialChunk.Size)];
        var uploaded = await desk.UseAsync<IUploadMaterial, Outcome<UploadedMaterial>>(
            upload => upload.UploadAsync("resident-r1", "bank-account-proof", new MemoryStream(file), Stop));
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-001") with { Materials = [new("bank-account-proof", uploaded.Value.Id)] })).Value;
        using var http = await desk.ListenAsync("department-zh-hrss");
        var path = $"api/departments/zh-hrss/deliveries/{filed.Deliveries[0].Id}/materials/{uploaded.Value.Id}";

        Assert.Equal(file, await http.GetByteArrayAsync(path, Stop));
        foreach (var (from, to) in new[] { (0, 9), (MaterialChunk.Size - 1, MaterialChunk.Size), (MaterialChunk.Size, 3 * MaterialChunk.Size), (10, file.Length - 1) })
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, path);
            asked.Headers.Range = new RangeHeaderValue(from, to);
            using var part = await http.SendAsync(asked, Stop);
            Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
            Assert.Equal(file[from..(to + 1)], await part.Content.ReadAsByteArrayAsync(Stop));
        }
    }
}
