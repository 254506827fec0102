using System.Security.Cryptography;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>Uploads lie in sealed pieces, and pass through the hub piece by piece.</summary>
public sealed class MaterialChunkTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task The_largest_file_is_never_read_further_than_two_pieces_beyond_what_is_stored(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var file = Pdf(UploadMaterialHandler.MaximumLength);
        var watched = new WatchedStream(file, () => desk.UseAsync<HubDbContext, int>(context => context.Set<MaterialChunk>().CountAsync(Stop)));

        var uploaded = (await UploadAsync(desk, watched)).Value;

        Assert.InRange(watched.FurthestAhead, 1, 2 * MaterialChunk.Size);
        Assert.Equal(Digests.Sha256(file), uploaded.Digest);
        Assert.Equal(file, await ReadAsync(desk, uploaded.Id, file.Length));
    }

    [Theory]
    [InlineData("swapped", """UPDATE "MaterialChunks" SET "Number" = 3 - "Number" + 10 WHERE "Number" IN (1, 2); UPDATE "MaterialChunks" SET "Number" = "Number" - 10 WHERE "Number" > 9""")]
    [InlineData("left out", """DELETE FROM "MaterialChunks" WHERE "Number" = 1""")]
    [InlineData("moved up", """DELETE FROM "MaterialChunks" WHERE "Number" = 1; UPDATE "MaterialChunks" SET "Number" = "Number" - 1 WHERE "Number" > 1""")]
    [InlineData("changed", """UPDATE "MaterialChunks" SET "Sealed" = zeroblob(length("Sealed")) WHERE "Number" = 1""")]
    public async Task Pieces_that_were_tampered_with_do_not_open(string how, string sql)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var file = Pdf((3 * MaterialChunk.Size) + 100);
        var uploaded = (await UploadAsync(desk, new MemoryStream(file))).Value;

        await desk.UseAsync<HubDbContext, int>(context => context.Database.ExecuteSqlRawAsync(sql, Stop));

        Assert.NotEmpty(how);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => ReadAsync(desk, uploaded.Id, file.Length));
    }

    [Fact]
    public async Task A_file_that_was_cut_off_or_put_together_from_two_does_not_open()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var file = Pdf(3 * MaterialChunk.Size);
        var (one, other) = ((await UploadAsync(desk, new MemoryStream(file))).Value.Id, (await UploadAsync(desk, new MemoryStream(file))).Value.Id);

        // Cut at the border of a piece, with a length that fits.
        await Assert.ThrowsAnyAsync<CryptographicException>(() => ReadAsync(desk, one, 2 * MaterialChunk.Size));
        await desk.UseAsync<HubDbContext, int>(async context =>
        {
            await context.Set<MaterialChunk>().Where(chunk => chunk.MaterialId == one && chunk.Number == 1).ExecuteDeleteAsync(Stop);
            return await context.Set<MaterialChunk>().Where(chunk => chunk.MaterialId == other && chunk.Number == 1)
                .ExecuteUpdateAsync(row => row.SetProperty(chunk => chunk.MaterialId, one), Stop);
        });
        await Assert.ThrowsAnyAsync<CryptographicException>(() => ReadAsync(desk, one, file.Length));
    }

    [Fact]
    public async Task An_upload_that_breaks_leaves_no_piece_and_what_a_killed_hub_left_is_swept_away()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var broken = new WatchedStream(Pdf(5 * MaterialChunk.Size), () => Task.FromResult(0), breaksAfter: 4 * MaterialChunk.Size);
        var tooLarge = Pdf(UploadMaterialHandler.MaximumLength + 1);

        await Assert.ThrowsAsync<IOException>(() => UploadAsync(desk, broken));
        Assert.Equal("CB5020", (await UploadAsync(desk, new MemoryStream(tooLarge))).Error.Code);
        Assert.Equal(0, await CountAsync(desk));

        var kept = (await UploadAsync(desk, new MemoryStream(Pdf(100)))).Value.Id;
        var now = TimeProvider.System.GetUtcNow();
        await desk.UseAsync<IMaterialStore, bool>(async store =>
        {
            await store.AddChunkAsync(Guid.CreateVersion7(now.AddDays(-1)).ToString("N"), 0, last: false, new byte[10], Stop);
            await store.AddChunkAsync(Guid.CreateVersion7(now).ToString("N"), 0, last: false, new byte[10], Stop);
            return true;
        });
        await desk.UseAsync<HubDbContext, bool>(async context =>
        {
            await MaterialStore.RemoveBrokenAsync(context, now.AddHours(-6), Stop);
            return true;
        });

        // That of the material, and the one that may be under way.
        Assert.Equal(2, await CountAsync(desk));
        Assert.Equal(100, (await ReadAsync(desk, kept, 100)).Length);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task An_upload_that_took_so_long_that_its_beginning_was_swept_away_becomes_no_material_CB5022(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var kept = await desk.UseAsync<IUploadMaterial, Outcome<UploadedMaterial>>(async upload =>
        {
            await using var received = (await upload.ReceiveAsync(new MemoryStream(Pdf(3 * MaterialChunk.Size)), Stop)).Value;
            await desk.UseAsync<HubDbContext, int>(context => context.Set<MaterialChunk>()
                .Where(chunk => chunk.MaterialId == received.Id && chunk.Number == 0).ExecuteDeleteAsync(Stop));
            return await upload.KeepAsync("resident-r1", "photo", received, Stop);
        });

        Assert.Equal("CB5022", kept.Error.Code);
        Assert.Equal(0, await CountAsync(desk));
        Assert.False(await desk.UseAsync<HubDbContext, bool>(context => context.Set<Material>().AnyAsync(Stop)));
    }

    private static byte[] Pdf(int length)
    {
        var file = RandomNumberGenerator.GetBytes(length);
        "%PDF-1.7"u8.CopyTo(file);
        return file;
    }

    private static Task<Outcome<UploadedMaterial>> UploadAsync(ApplicationsDesk desk, Stream content) =>
        desk.UseAsync<IUploadMaterial, Outcome<UploadedMaterial>>(upload => upload.UploadAsync("resident-r1", "photo", content, Stop));

    private static Task<byte[]> ReadAsync(ApplicationsDesk desk, string material, long length) =>
        desk.UseAsync<IMaterialStore, byte[]>(store => store.Open(material, length).AllAsync());

    private static Task<int> CountAsync(ApplicationsDesk desk) =>
        desk.UseAsync<HubDbContext, int>(context => context.Set<MaterialChunk>().CountAsync(Stop));

    /// <summary>Looks, each time that it is read, how much of what was read before is stored by now.</summary>
    private sealed class WatchedStream(byte[] content, Func<Task<int>> stored, int breaksAfter = int.MaxValue) : MemoryStream(content, writable: false)
    {
        public long FurthestAhead { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position >= breaksAfter)
                throw new IOException("The line broke.");
            var read = await base.ReadAsync(buffer[..Math.Min(buffer.Length, 32 * 1024)], cancellationToken);
            FurthestAhead = Math.Max(FurthestAhead, Position - ((long)await stored() * MaterialChunk.Size));
            return read;
        }
    }
}
