using RabbitMQ.Client;

namespace CrossBorder.Adapters.Departments.RabbitMq;

/// <summary>The broker of one department: how it is reached, and the two queues on it.</summary>
internal static class DepartmentBroker
{
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(5);

    private static readonly Dictionary<string, object?> Quorum = new() { ["x-queue-type"] = "quorum" };

    /// <summary>Where the hub puts envelopes.</summary>
    public static string Applications(string slug) => $"crossborder.{slug}.applications";

    /// <summary>Where the department puts receipts.</summary>
    public static string Receipts(string slug) => $"crossborder.{slug}.receipts";

    /// <summary>A new connection. It is not mended when it breaks: whoever holds it takes another.</summary>
    public static async Task<IConnection> ConnectAsync(DepartmentOptions department, CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory
        {
            Uri = new Uri(department.Address),
            ClientProvidedName = "crossborder-hub",
            AutomaticRecoveryEnabled = false,
            RequestedConnectionTimeout = ConnectWithin,
            ContinuationTimeout = ConnectWithin,
            ConsumerDispatchConcurrency = 4,
        };
        // Never the client's own defaults, which are a guest that everybody knows.
        (factory.UserName, factory.Password) = await CredentialsAsync(department, cancellationToken) is [var user, var password]
            ? (user, password)
            : throw new IOException("The file of credentials does not hold NAME:PASSWORD.");
        return await factory.CreateConnectionAsync(cancellationToken);
    }

    /// <summary>Both queues, durable and replicated, unless they are there.</summary>
    public static async Task DeclareAsync(IChannel channel, string slug, CancellationToken cancellationToken)
    {
        await channel.QueueDeclareAsync(Applications(slug), durable: true, exclusive: false, autoDelete: false, Quorum, cancellationToken: cancellationToken);
        await channel.QueueDeclareAsync(Receipts(slug), durable: true, exclusive: false, autoDelete: false, Quorum, cancellationToken: cancellationToken);
    }

    // Read at each connection: a changed password needs no restart.
    private static async Task<string[]> CredentialsAsync(DepartmentOptions department, CancellationToken cancellationToken)
    {
        try
        {
            return (await File.ReadAllTextAsync(department.CredentialsFile, cancellationToken)).Trim().Split(':', 2);
        }
        catch (UnauthorizedAccessException closed)
        {
            throw new IOException("The file of credentials may not be read.", closed);
        }
    }
}
