using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossBorder.Federation.Backup;

/// <summary>
/// The content of a backup: JSON, one value on each line. First <c>{"origin"}</c>; each table as <c>{"table", "columns"}</c> and an array for
/// each row; key files as <c>{"file", "name", "content"}</c>; last <c>{"manifest"}</c>.
/// </summary>
internal static class BackupLines
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static byte[] Write(object value) => [.. Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Json)), (byte)'\n'];

    /// <summary>The lines that are whole in <paramref name="waiting"/>; the rest stays in it.</summary>
    public static IReadOnlyList<byte[]> Take(List<byte> waiting)
    {
        var lines = new List<byte[]>();
        var start = 0;
        for (var end = waiting.IndexOf((byte)'\n'); end >= 0; end = waiting.IndexOf((byte)'\n', start))
        {
            lines.Add([.. waiting[start..(end + 1)]]);
            start = end + 1;
        }

        waiting.RemoveRange(0, start);
        return lines;
    }
}
