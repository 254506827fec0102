namespace CrossBorder.Testing.Brokers;

/// <summary>
/// A RabbitMQ of the tests' own, started once for the process from the machine's package. Null where there is none: such tests say aloud that
/// they were skipped.
/// </summary>
public sealed class RabbitMqServer
{
    public const string Missing = "RabbitMQ is not installed here (apt-get install rabbitmq-server).";

    private static readonly Lazy<Task<RabbitMqServer?>> Shared = new(StartAsync);

    private RabbitMqServer(RabbitMqProcess process)
    {
        Address = new Uri($"amqp://127.0.0.1:{process.Port}/");
        CredentialsFile = process.CredentialsFile;
    }

    public Uri Address { get; }

    /// <summary>A file with user and password, as the hub takes it.</summary>
    public string CredentialsFile { get; }

    public static Task<RabbitMqServer?> FindAsync() => Shared.Value;

    private static async Task<RabbitMqServer?> StartAsync()
    {
        if (!RabbitMqProcess.IsInstalled)
            return null;

        var process = new RabbitMqProcess();
        process.Start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => process.Dispose();
        await process.UntilItListensAsync();
        return new RabbitMqServer(process);
    }
}
