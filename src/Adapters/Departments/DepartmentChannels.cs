namespace CrossBorder.Adapters.Departments;

/// <summary>The ways to a department, as <see cref="DepartmentOptions.Channel"/> names them.</summary>
internal static class DepartmentChannels
{
    /// <summary>The hub posts envelopes to the department's address. Its client may fetch them all the same where it has the scope.</summary>
    public const string Push = "push";

    /// <summary>The department's client fetches them; the hub opens no connection to the department.</summary>
    public const string Pickup = "pickup";

    /// <summary>Both, said aloud: the hub posts, and the client fetches what could not be posted.</summary>
    public const string Both = "both";

    /// <summary>The hub puts envelopes on the department's queue of a RabbitMQ broker, and takes receipts off another.</summary>
    public const string RabbitMq = "rabbitmq";

    public static IReadOnlyList<string> All { get; } = [Push, Pickup, Both, RabbitMq];
}
