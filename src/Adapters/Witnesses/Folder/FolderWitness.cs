using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Witnesses.Folder;

/// <summary>A file for each checkpoint, forced to the disk before it counts as kept, and never written over.</summary>
internal sealed class FolderWitness(string name, string folder) : IAuditWitness
{
    public string Name => name;

    public async Task<Outcome<string>> HandOverAsync(WitnessedCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, FileName(checkpoint));
        var bytes = Encoding.ASCII.GetBytes(checkpoint.Compact);
        try
        {
            if (File.Exists(file))
                return await SameAsync(file, bytes, cancellationToken);

            var partial = file + ".partial";
            await using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await stream.WriteAsync(bytes, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            // Of two nodes one is first; the other finds its file.
            File.Move(partial, file, overwrite: false);
            return "";
        }
        catch (IOException) when (File.Exists(file))
        {
            return await SameAsync(file, bytes, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ErrorCatalogue.WitnessUnreachable.With($"Witness '{name}' cannot be written to ({fault.GetType().Name}).");
        }
    }

    // Names sort as the log grows. A key's id is a setting, and need not be fit for a file.
    private static string FileName(WitnessedCheckpoint checkpoint) => string.Create(CultureInfo.InvariantCulture,
        $"checkpoint-{checkpoint.Size:D12}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(checkpoint.KeyId)))[..12]}.jws");

    private async Task<Outcome<string>> SameAsync(string file, byte[] bytes, CancellationToken cancellationToken) =>
        (await File.ReadAllBytesAsync(file, cancellationToken)).AsSpan().SequenceEqual(bytes)
            ? ""
            : ErrorCatalogue.WitnessRefused.With($"Witness '{name}' keeps another checkpoint as {Path.GetFileName(file)}: two logs were signed for one size.");
}
