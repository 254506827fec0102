namespace CrossBorder.Testing.Brokers;

/// <summary>A RabbitMQ for one test alone, which may kill it.</summary>
public sealed class OwnRabbitMq : IDisposable
{
    private readonly RabbitMqProcess process = new();

    private OwnRabbitMq()
    {
    }

    public int Port => process.Port;

    /// <summary>A file with user and password, as the hub takes it.</summary>
    public string CredentialsFile => process.CredentialsFile;

    /// <summary>Null where there is no RabbitMQ on this machine.</summary>
    public static async Task<OwnRabbitMq?> StartAsync()
    {
        if (!RabbitMqProcess.IsInstalled)
            return null;
        var own = new OwnRabbitMq();
        own.process.Start();
        await own.process.UntilItListensAsync();
        return own;
    }

    /// <summary>In the middle of whatever it does.</summary>
    public void Kill() => process.Kill();

    /// <summary>Comes back at once; the broker takes some seconds more until it listens.</summary>
    public void StartAgain() => process.Start();

    public void Dispose() => process.Dispose();
}
