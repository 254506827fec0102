using System.Globalization;
using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Sandbox.Departments;
using CrossBorder.Sandbox.Hosting;
using CrossBorder.Testing.Brokers;
using CrossBorder.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CrossBorder.Federation.Tests.Applications.Faults;

/// <summary>
/// Two hub nodes, departments, a broker and a database as processes, a third node in this one whose clock can jump, and lines between them that
/// can be torn: each can be hurt, and is well again soon after the call returns.
/// </summary>
internal sealed class FaultWorld : IAsyncDisposable
{
    public const string Department = "gd-hrss";

    /// <summary>Takes what it is sent by a broker.</summary>
    public const string Brokered = "zh-hrss";

    // A receipt that was lost on the way comes again so soon.
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(20);

    private readonly DepartmentsRunning departments;
    private readonly OwnPostgreSql database;
    private readonly DepartmentProcess department;
    private readonly OwnRabbitMq broker;
    private readonly BrokeredDepartment brokered;
    private readonly FlakyLine toDatabase;
    private readonly FlakyLine toBroker;
    private readonly FlakyLine toDepartment;
    private readonly string journals;
    private readonly JumpingClock clock = new();
    private readonly HubProcess?[] hubs = new HubProcess?[2];

    private FaultWorld(DepartmentsRunning departments, OwnPostgreSql database, OwnRabbitMq broker, SandboxPorts ports)
    {
        this.departments = departments;
        this.database = database;
        this.broker = broker;
        journals = Directory.CreateTempSubdirectory("crossborder-journals-").FullName;
        department = new(departments.Ports, Path.Combine(departments.Data, "certificates"), ports.Departments, journals);
        toDatabase = new(database.Port);
        toDepartment = new(ports.Departments);
        toBroker = new(broker.Port);
        brokered = new(Brokered, toBroker.Port, new Uri($"http://127.0.0.1:{ports.Departments}/departments/{Brokered}"));
    }

    public ApplicationsDesk Desk { get; private set; } = null!;

    public IReadOnlyList<Arrival> Arrived => department.Arrived;

    private string Connection =>
        $"Host=127.0.0.1;Port={toDatabase.Port};Username=hub;Database=hub;Maximum Pool Size=15;Timeout=5;Command Timeout=15";

    private string DepartmentAddress => $"http://127.0.0.1:{toDepartment.Port}/departments/{Department}";

    private string BrokerAddress => $"amqp://127.0.0.1:{toBroker.Port}/";

    /// <summary>Null where there is no PostgreSQL or no RabbitMQ on this machine.</summary>
    public static async Task<FaultWorld?> OpenAsync(DepartmentsRunning departments)
    {
        var ports = SandboxPorts.Free();
        var starting = OwnRabbitMq.StartAsync();
        var database = await OwnPostgreSql.StartAsync(ports.Hub);
        var broker = await starting;
        if (database is null || broker is null)
        {
            database?.Dispose();
            broker?.Dispose();
            return null;
        }

        var world = new FaultWorld(departments, database, broker, ports);
        world.department.Start();
        world.Desk = await ApplicationsDesk.OpenAsync(departments, world.Connection, more: services => services
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(world.clock))
            .PostConfigure<DeliveryOptions>(options => options.AnswerWithin = AnswerWithin)
            .PostConfigure<DepartmentsOptions>(options =>
            {
                options.Find(Department)!.Address = world.DepartmentAddress;
                var byBroker = options.Find(Brokered)!;
                (byBroker.Channel, byBroker.Address, byBroker.CredentialsFile) = ("rabbitmq", world.BrokerAddress, broker.CredentialsFile);
            }));
        for (var node = 0; node < world.hubs.Length; node++)
            world.StartHub(node);
        return world;
    }

    public async Task HurtAsync(Fault fault, Dice dice)
    {
        var length = TimeSpan.FromMilliseconds(dice.Next(100, 1500));
        switch (fault)
        {
            case Fault.HubKilled:
                var node = dice.Next(0, hubs.Length);
                hubs[node]?.Kill();
                hubs[node]?.Dispose();
                StartHub(node);
                break;
            case Fault.DepartmentKilled:
                department.Kill();
                await Task.Delay(length);
                department.Start();
                break;
            case Fault.BrokerKilled:
                broker.Kill();
                await Task.Delay(length);
                broker.StartAgain();
                break;
            case Fault.DatabaseKilled:
                await database.KillAsync();
                await Task.Delay(length);
                await database.StartAgainAsync();
                break;
            case Fault.DiskFull:
                await database.FillDiskAsync(length);
                break;
            case Fault.LinesTorn:
                toDatabase.Cut();
                await Task.Delay(length);
                toDepartment.Cut();
                await Task.Delay(length);
                toBroker.Cut();
                break;
            case Fault.LinesSlow:
                toDatabase.Delay = toDepartment.Delay = toBroker.Delay = TimeSpan.FromMilliseconds(dice.Next(20, 300));
                await Task.Delay(length);
                toDatabase.Delay = toDepartment.Delay = toBroker.Delay = TimeSpan.Zero;
                break;
            default:
                // Forward and back, within what the certificates and receipts of the others bear.
                clock.By = TimeSpan.FromSeconds(dice.Next(-60, 60));
                await Task.Delay(length);
                clock.By = TimeSpan.Zero;
                break;
        }
    }

    /// <summary>Whatever ended by itself is started again: a node that found no database as it started, say.</summary>
    public async Task MendAsync()
    {
        await database.MendAsync();
        for (var node = 0; node < hubs.Length; node++)
        {
            if (hubs[node] is { HasExited: true } ended)
            {
                ended.Dispose();
                StartHub(node);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hub in hubs)
            hub?.Dispose();
        await Desk.DisposeAsync();
        await brokered.DisposeAsync();
        department.Dispose();
        toBroker.Dispose();
        broker.Dispose();
        toDepartment.Dispose();
        toDatabase.Dispose();
        database.Dispose();
        Directory.Delete(journals, recursive: true);
    }

    private void StartHub(int node)
    {
        var ports = SandboxPorts.Free();
        var slugs = SandboxDepartments.Algorithms.Keys.ToList();
        var (index, byBroker) = (slugs.IndexOf(Department), "Departments:" + slugs.IndexOf(Brokered));
        hubs[node] = HubProcess.Start(departments.World.SettingsFile, new Dictionary<string, string>
        {
            ["Database:ConnectionString"] = Connection,
            ["Hub:Http"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{ports.Hub}"),
            ["Hub:Https"] = string.Create(CultureInfo.InvariantCulture, $"https://localhost:{ports.HubHttps}"),
            ["Hub:MutualTls"] = string.Create(CultureInfo.InvariantCulture, $"https://localhost:{ports.HubHttps}"),
            ["Delivery:Lease"] = "00:00:15",
            ["Delivery:AnswerWithin"] = AnswerWithin.ToString(),
            ["Departments:" + index + ":Address"] = DepartmentAddress,
            [byBroker + ":Channel"] = "rabbitmq",
            [byBroker + ":Address"] = BrokerAddress,
            [byBroker + ":CredentialsFile"] = broker.CredentialsFile,
            // The cases are filed with the desk's keys.
            ["PersonalData:ActiveKey"] = "pd",
            ["PersonalData:Keys:0:Id"] = "pd",
            ["PersonalData:Keys:0:File"] = Desk.KeyFile,
            ["PersonalData:LookupKeyFile"] = Desk.KeyFile,
            ["PersonalData:PairwiseKeyFile"] = Desk.KeyFile,
        });
    }

    private sealed class JumpingClock : TimeProvider
    {
        private long ticks;

        public TimeSpan By
        {
            set => Interlocked.Exchange(ref ticks, value.Ticks);
        }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref ticks));
    }
}

internal enum Fault
{
    HubKilled,
    DepartmentKilled,
    BrokerKilled,
    DatabaseKilled,
    DiskFull,
    LinesTorn,
    LinesSlow,
    ClockJumps,
}
