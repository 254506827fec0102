using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Applications.Supplements;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task An_upload_that_is_swept_while_it_is_filed_is_told_as_one_that_was_never_there_and_nothing_is_filed_CB5015(string database)
    {
        var sweep = new Sweep();
        await using var desk = await SweptAsync(database, sweep);
        var request = Requests.Complete("gd-hf-003") with { Deferred = [], Materials = [new MaterialReference("lease-contract", await UploadAsync(desk))] };

        sweep.Comes = true;
        var refused = await desk.SubmitAsync(request);

        Assert.False(sweep.Comes);
        Assert.Equal(("CB5015", "/materials/0/id"), (refused.Error.Code, refused.Error.Pointer));
        Assert.Equal(0, await desk.UseAsync<HubDbContext, int>(context => context.Set<Application>().CountAsync(Stop)));
        Assert.Equal(0, await desk.UseAsync<HubDbContext, int>(context => context.AuditEntries.CountAsync(entry => entry.Kind == "application.submitted", Stop)));
        // The key of the attempt is as free as before.
        var filed = await desk.SubmitAsync(request with { Materials = [new MaterialReference("lease-contract", await UploadAsync(desk))] });
        Assert.True(filed.Succeeded);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task An_upload_that_is_swept_while_it_is_handed_in_is_told_so_and_the_case_waits_on_CB5015(string database)
    {
        var sweep = new Sweep();
        await using var desk = await SweptAsync(database, sweep);
        var number = (await desk.SubmitAsync(Requests.Complete("gd-hf-003"))).Value.CaseNumber;
        var gone = await UploadAsync(desk);

        sweep.Comes = true;
        var refused = await HandInAsync(gone);

        Assert.False(sweep.Comes);
        Assert.Equal(("CB5015", "/materials/0/id"), (refused.Error.Code, refused.Error.Pointer));
        Assert.Null(Assert.Single((await desk.CaseAsync(number)).Deferred).HandedIn);
        Assert.Equal(0, await desk.UseAsync<HubDbContext, int>(context => context.Set<Delivery>().CountAsync(row => row.Kind == DeliveryKind.Supplement, Stop)));
        var handedIn = await HandInAsync(await UploadAsync(desk));
        Assert.NotNull(Assert.Single(handedIn.Value.Deferred).HandedIn);

        Task<Outcome<CaseView>> HandInAsync(string upload) => desk.UseAsync<HandInMaterials, Outcome<CaseView>>(
            handIn => handIn.HandInAsync("resident-r1", number, [new MaterialReference("lease-contract", upload)], Stop));
    }

    private Task<ApplicationsDesk> SweptAsync(string database, Sweep sweep) => ApplicationsDesk.OpenAsync(departments, database, worker: false, more: services =>
        services.AddScoped<IMaterialStore>(scope => new SweptAfterTheLook(ActivatorUtilities.CreateInstance<MaterialStore>(scope), scope.GetRequiredService<HubDbContext>(), sweep)));

    private static async Task<string> UploadAsync(ApplicationsDesk desk) => (await desk.UseAsync<IUploadMaterial, Outcome<UploadedMaterial>>(
        upload => upload.UploadAsync("resident-r1", "lease-contract", new MemoryStream("%PDF-1.7"u8.ToArray()), Stop))).Value.Id;

    /// <summary>Whether the sweep comes right after the next look at uploads.</summary>
    private sealed class Sweep
    {
        public bool Comes { get; set; }
    }

    /// <summary>The store itself, with another node's sweep between the look at an upload and its filing.</summary>
    private sealed class SweptAfterTheLook(MaterialStore store, HubDbContext context, Sweep sweep) : IMaterialStore
    {
        public async Task<IReadOnlyList<UploadedMaterial>> FindAsync(string residentId, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
        {
            var found = await store.FindAsync(residentId, ids, cancellationToken);
            if (sweep.Comes)
            {
                sweep.Comes = false;
                Assert.Equal(1, await MaterialStore.RemoveUnfiledAsync(context, TimeProvider.System.GetUtcNow().AddMinutes(1), cancellationToken));
            }

            return found;
        }

        public Task AddChunkAsync(string materialId, int number, bool last, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
            store.AddChunkAsync(materialId, number, last, content, cancellationToken);

        public Stream Open(string materialId, long length) => store.Open(materialId, length);

        public Task<bool> AddAsync(Material material, CancellationToken cancellationToken) => store.AddAsync(material, cancellationToken);

        public Task DiscardAsync(string materialId, CancellationToken cancellationToken) => store.DiscardAsync(materialId, cancellationToken);

        public Task<DeliveredMaterial?> ReadDeliveredAsync(string department, string deliveryId, string materialId, CancellationToken cancellationToken) =>
            store.ReadDeliveredAsync(department, deliveryId, materialId, cancellationToken);
    }
}
