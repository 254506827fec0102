using System.Globalization;
using Npgsql;

namespace CrossBorder.Benchmarks.Tokens;

/// <summary>What a PostgreSQL of this machine uses of the processors: its first process, those that serve, and those that have ended.</summary>
internal sealed class DatabaseProcessor
{
    private const double TicksASecond = 100;

    // Of /proc/PID/stat (proc(5)), counted from what follows the name of the program, which may hold blanks.
    private const int Parent = 1;
    private const int User = 11;
    private const int ChildrenSystem = 14;

    private readonly int first;

    private DatabaseProcessor(int first) => this.first = first;

    public static async Task<DatabaseProcessor> OfAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SHOW data_directory", connection);
        var folder = (string)(await command.ExecuteScalarAsync(cancellationToken))!;
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder, "postmaster.pid"), cancellationToken);
        return new DatabaseProcessor(int.Parse(lines[0], CultureInfo.InvariantCulture));
    }

    public TimeSpan Used
    {
        get
        {
            var ticks = 0L;
            foreach (var folder in Directory.GetDirectories("/proc"))
            {
                if (int.TryParse(Path.GetFileName(folder), out var id) && Fields(folder) is { } fields && (id == first || fields[Parent] == first))
                    // The children's own time is in there once they have ended.
                    ticks += fields[User..(id == first ? ChildrenSystem + 1 : User + 2)].Sum();
            }

            return TimeSpan.FromSeconds(ticks / TicksASecond);
        }
    }

    private static long[]? Fields(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            return [.. text[(text.LastIndexOf(')') + 2)..].Split(' ').Select(field => long.TryParse(field, out var number) ? number : 0)];
        }
        // It ended while the others were counted.
        catch (IOException)
        {
            return null;
        }
    }
}
