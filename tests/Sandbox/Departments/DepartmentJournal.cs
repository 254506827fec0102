using System.Text.Json;

namespace CrossBorder.Sandbox.Departments;

/// <summary>What a department took, in a file that outlives it: a line for each arrival, on the disk before the department signs for it.</summary>
internal sealed class DepartmentJournal(string file)
{
    public IEnumerable<JournalLine> Read()
    {
        // A last line that was cut off belongs to an arrival that nobody signed for.
        foreach (var line in File.Exists(file) ? File.ReadAllText(file).Split('\n')[..^1] : [])
            if (line.Length > 0)
                yield return JsonSerializer.Deserialize<JournalLine>(line)!;
    }

    public void Append(JournalLine line)
    {
        using var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        CutOff(stream);
        stream.Write(JsonSerializer.SerializeToUtf8Bytes(line));
        stream.WriteByte((byte)'\n');
        stream.Flush(flushToDisk: true);
    }

    private static void CutOff(FileStream stream)
    {
        stream.Seek(0, SeekOrigin.End);
        while (stream.Position > 0)
        {
            stream.Seek(-1, SeekOrigin.Current);
            if (stream.ReadByte() == '\n')
                break;
            stream.SetLength(stream.Position - 1);
            stream.Seek(0, SeekOrigin.End);
        }
    }
}

/// <param name="Digest">Over the envelope as it arrived: the same delivery always has the same.</param>
internal sealed record JournalLine(string Delivery, string Case, string Item, string Outcome, string Reference, DateTimeOffset At, string Digest);
