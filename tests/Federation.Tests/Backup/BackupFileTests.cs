using System.Security.Cryptography;
using System.Text.Json;
using CrossBorder.Federation.Backup;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Tests.Backup;

/// <summary>The file of a backup: whatever happens to it is found.</summary>
public sealed class BackupFileTests
{
    private const string Passphrase = "a passphrase of some length";

    private static readonly BackupOrigin Origin = new("https://hub.example/", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "officer-a", "node", "1");

    private static readonly Lazy<Task<byte[]>> Whole = new(() => WriteAsync(rows: 40_000));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unharmed_file_tells_what_is_in_it()
    {
        var manifest = (await ReadAsync(await Whole.Value)).Value;

        Assert.Equal(Origin, manifest.Origin);
        Assert.Equal(40_000, Assert.Single(manifest.Tables).Rows);
    }

    // Each look derives the key anew, so the places are sampled: all of the header by eights, the edges of every part, and some between.
    [Fact]
    public async Task A_bit_that_is_flipped_anywhere_is_found()
    {
        var whole = await WriteAsync(rows: 20);
        var places = Enumerable.Range(0, whole.Length).Where(place => place % 23 == 0 || place is 8 or 9 or 12 or BackupHeader.Length || place >= whole.Length - 1);
        foreach (var place in places)
        {
            var changed = whole.ToArray();
            changed[place] ^= 0x01;
            var read = await ReadAsync(changed);
            Assert.False(read.Succeeded, $"byte {place}");
            Assert.Contains(read.Error.Code, new[] { "CB6151", "CB6152", "CB6154" });
        }
    }

    [Fact]
    public async Task A_file_that_is_cut_off_is_found_wherever_it_ends()
    {
        var whole = await Whole.Value;
        var firstPart = BackupHeader.Length + ChunkWriter.PrefixLength + ChunkWriter.Size + ChunkWriter.TagLength;
        Assert.True(whole.Length > 2 * firstPart);
        foreach (var length in new[] { BackupHeader.Length - 1, BackupHeader.Length, firstPart - 1, firstPart, whole.Length - 1 })
            Assert.Equal("CB6154", (await ReadAsync(whole[..length])).Error.Code);
        Assert.Equal("CB6151", (await ReadAsync([])).Error.Code);
    }

    [Fact]
    public async Task Parts_that_are_left_out_or_changed_about_or_put_behind_the_end_are_found()
    {
        var whole = await Whole.Value;
        const int Part = ChunkWriter.PrefixLength + ChunkWriter.Size + ChunkWriter.TagLength;
        var header = whole[..BackupHeader.Length];
        var (first, second, rest) = (whole[BackupHeader.Length..(BackupHeader.Length + Part)], whole[(BackupHeader.Length + Part)..(BackupHeader.Length + (2 * Part))], whole[(BackupHeader.Length + (2 * Part))..]);

        Assert.Equal("CB6154", (await ReadAsync([.. header, .. second, .. rest])).Error.Code);
        Assert.Equal("CB6154", (await ReadAsync([.. header, .. second, .. first, .. rest])).Error.Code);
        Assert.Equal("CB6154", (await ReadAsync([.. whole, 0])).Error.Code);
    }

    [Fact]
    public async Task Another_passphrase_another_version_and_another_kind_of_file_have_each_their_code()
    {
        var whole = await Whole.Value;
        var newer = whole.ToArray();
        newer[8] = 2;

        Assert.Equal(ErrorCatalogue.BackupPassphraseWrong.Code, (await ReadAsync(whole, "a passphrase of other length")).Error.Code);
        Assert.Equal(ErrorCatalogue.BackupVersionForeign.Code, (await ReadAsync(newer)).Error.Code);
        Assert.Equal(ErrorCatalogue.BackupNotOne.Code, (await ReadAsync(RandomNumberGenerator.GetBytes(500))).Error.Code);
    }

    [Fact]
    public async Task The_same_content_never_gives_the_same_file() =>
        Assert.NotEqual((await WriteAsync(3))[BackupHeader.Length..], (await WriteAsync(3))[BackupHeader.Length..]);

    private static async Task<byte[]> WriteAsync(int rows)
    {
        using var stream = new MemoryStream();
        using var header = BackupHeader.Create(Passphrase);
        stream.Write(header.Bytes);
        using var chunks = new ChunkWriter(stream, header);
        using var writing = new BackupWriting(chunks);
        await writing.BeginAsync(Origin, Stop);
        await writing.TableAsync("Table", ["Number"], Stop);
        for (var i = 0; i < rows; i++)
            await writing.RowAsync([JsonSerializer.SerializeToElement(i)], Stop);
        await writing.FinishAsync(Origin, new BackupLog(0, "", 0, 0), Stop);
        return stream.ToArray();
    }

    private static async Task<Outcome<BackupManifest>> ReadAsync(byte[] file, string passphrase = Passphrase)
    {
        using var stream = new MemoryStream(file);
        return await BackupReading.ReadAsync(stream, passphrase, new NobodyVisits(), Stop);
    }
}
