using System.Globalization;
using CrossBorder.Adapters.Departments;
using CrossBorder.Sandbox.Departments;
using CrossBorder.Sandbox.Hosting;
using CrossBorder.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CrossBorder.Federation.Tests.Applications.Faults;

/// <summary>
/// Two hub nodes, departments and a database as processes, a third node in this one whose clock can jump, and lines between them that can be
/// torn: each can be hurt, and is well again when the call returns.
/// </summary>
internal sealed class FaultWorld : IAsyncDisposable
{
    public const string Department = "gd-hrss";

    private readonly DepartmentsRunning departments;
    private readonly OwnPostgreSql database;
    private readonly DepartmentProcess department;
    private readonly FlakyLine toDatabase;
    private readonly FlakyLine toDepartment;
    private readonly string journals;
    private readonly JumpingClock clock = new();
    private readonly HubProcess?[] hubs = new HubProcess?[2];

    private FaultWorld(DepartmentsRunning departments, OwnPostgreSql database, SandboxPorts ports)
    {
        this.departments = departments;
        this.database = database;
        journals = Directory.CreateTempSubdirectory("crossborder-journals-").FullName;
        department = new(departments.Ports, Path.Combine(departments.Data, "certificates"), ports.Departments, journals);
        toDatabase = new(database.Port);
        toDepartment = new(ports.Departments);
    }

    public ApplicationsDesk Desk { get; private set; } = null!;

    public IReadOnlyList<Arrival> Arrived => department.Arrived;

    private string Connection =>
        $"Host=127.0.0.1;Port={toDatabase.Port};Username=hub;Database=hub;Maximum Pool Size=15;Timeout=5;Command Timeout=15";

    private string DepartmentAddress => $"http://127.0.0.1:{toDepartment.Port}/departments/{Department}";

    /// <summary>Null where there is no PostgreSQL on this machine.</summary>
    public static async Task<FaultWorld?> OpenAsync(DepartmentsRunning departments)
    {
        var ports = SandboxPorts.Free();
        if (await OwnPostgreSql.StartAsync(ports.Hub) is not { } database)
            return null;
        var world = new FaultWorld(departments, database, ports);
        world.department.Start();
        world.Desk = await ApplicationsDesk.OpenAsync(departments, world.Connection, more: services => services
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(world.clock))
            .PostConfigure<DepartmentsOptions>(options => options.Find(Department)!.Address = world.DepartmentAddress));
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
                break;
            case Fault.LinesSlow:
                toDatabase.Delay = toDepartment.Delay = TimeSpan.FromMilliseconds(dice.Next(20, 300));
                await Task.Delay(length);
                toDatabase.Delay = toDepartment.Delay = TimeSpan.Zero;
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
        department.Dispose();
        toDepartment.Dispose();
        toDatabase.Dispose();
        database.Dispose();
        Directory.Delete(journals, recursive: true);
    }

    private void StartHub(int node)
    {
        var ports = SandboxPorts.Free();
        var index = SandboxDepartments.Algorithms.Keys.ToList().IndexOf(Department);
        hubs[node] = HubProcess.Start(departments.World.SettingsFile, new Dictionary<string, string>
        {
            ["Database:ConnectionString"] = Connection,
            ["Hub:Http"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{ports.Hub}"),
            ["Hub:Https"] = string.Create(CultureInfo.InvariantCulture, $"https://localhost:{ports.HubHttps}"),
            ["Delivery:Lease"] = "00:00:15",
            ["Departments:" + index + ":Address"] = DepartmentAddress,
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
    DatabaseKilled,
    DiskFull,
    LinesTorn,
    LinesSlow,
    ClockJumps,
}
