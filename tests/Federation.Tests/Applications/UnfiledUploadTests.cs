using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>An upload that no application names does not stay.</summary>
public sealed class UnfiledUploadTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Old_uploads_that_nobody_filed_go_with_their_pieces_and_all_others_stay(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var (filed, left) = (await UploadAsync(desk), await UploadAsync(desk));
        var request = Requests.Complete("gd-hf-003") with { Deferred = [], Materials = [new MaterialReference("lease-contract", filed)] };
        Assert.True((await desk.SubmitAsync(request)).Succeeded);
        var old = TimeProvider.System.GetUtcNow().AddDays(-31);
        await desk.UseAsync<HubDbContext, int>(context => context.Set<Material>().ExecuteUpdateAsync(row => row.SetProperty(material => material.UploadedAt, old), Stop));
        var fresh = await UploadAsync(desk);

        await desk.UseAsync<HubDbContext, int>(async context =>
        {
            var now = TimeProvider.System.GetUtcNow();
            await MaterialStore.RemoveUnfiledAsync(context, now.AddDays(-30), Stop);
            await MaterialStore.RemoveBrokenAsync(context, now.AddMinutes(1), Stop);
            return 0;
        });

        Assert.Equal(new[] { filed, fresh }.Order(), await desk.UseAsync<HubDbContext, List<string>>(
            context => context.Set<Material>().Select(material => material.Id).OrderBy(id => id).ToListAsync(Stop)));
        Assert.Equal(0, await desk.UseAsync<HubDbContext, int>(context => context.Set<MaterialChunk>().CountAsync(chunk => chunk.MaterialId == left, Stop)));
        Assert.Equal(1, await desk.UseAsync<HubDbContext, int>(context => context.Set<MaterialChunk>().CountAsync(chunk => chunk.MaterialId == filed, Stop)));
    }

    private static async Task<string> UploadAsync(ApplicationsDesk desk) => (await desk.UseAsync<IUploadMaterial, Outcome<UploadedMaterial>>(
        upload => upload.UploadAsync("resident-r1", "lease-contract", new MemoryStream("%PDF-1.7"u8.ToArray()), Stop))).Value.Id;
}
