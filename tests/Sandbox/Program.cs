using System.CommandLine;
using System.Diagnostics;
using CrossBorder.Sandbox.Departments;
using CrossBorder.Sandbox.Hosting;
using CrossBorder.Sandbox.Journey;

var portBase = new Option<int>("--port-base") { Description = "First port; the others follow it", DefaultValueFactory = _ => 5080 };
var data = new Option<string?>("--data") { Description = "Data folder; a git-ignored one by default" };
var fresh = new Option<bool>("--fresh") { Description = "Begin with an empty data folder" };
var database = new Option<string?>("--database") { Description = "PostgreSQL connection string; embedded SQLite by default" };
var departments = new Option<string[]>("--department") { Description = "SLUG=ADDRESS: a department of your own in place of the sandbox's; may be given several times" };

var iamSmart = new Option<bool>("--iam-smart") { Description = "Start the assertion gateway of iAM Smart too: residents then choose where to sign in" };

var root = new RootCommand("The hub with its sandbox counterparties.") { portBase, data, fresh, database, departments, iamSmart };
root.SetAction(async (parsed, cancellationToken) =>
{
    var started = Stopwatch.GetTimestamp();
    var folders = SandboxFolders.Default(parsed.GetValue(data));
    await using var world = await SandboxWorld.StartAsync(new SandboxOptions
    {
        Ports = SandboxPorts.From(parsed.GetValue(portBase)),
        Data = folders.Data,
        Certificates = folders.Certificates,
        Fresh = parsed.GetValue(fresh),
        Database = parsed.GetValue(database),
        IamSmart = parsed.GetValue(iamSmart),
        HubSettings = SandboxDepartments.Instead(parsed.GetValue(departments) ?? []),
    }, cancellationToken);
    StartUpTable.Print(world, Stopwatch.GetElapsedTime(started), Console.Out);
    try
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }
    catch (OperationCanceledException)
    {
        Console.WriteLine("  Stopping.");
    }

    return 0;
});

var journey = new Command("journey", "Walk the whole main job over real HTTP, and tell each step.") { database };
journey.SetAction((parsed, cancellationToken) => JourneyRun.RunAsync(parsed.GetValue(database), Console.Out, cancellationToken));
root.Add(journey);

var folder = new Argument<DirectoryInfo>("folder") { Description = "Where token.txt and jwks.json are put", DefaultValueFactory = _ => new DirectoryInfo(".") };
var token = new Command("token", "Sign in once with SM2, and leave the id token and the hub's published keys in a folder.") { folder };
token.SetAction((parsed, cancellationToken) => TokenRun.RunAsync(parsed.GetValue(folder)!, Console.Out, cancellationToken));
root.Add(token);

var port = new Option<int>("--port") { Description = "Where they listen", Required = true };
var hub = new Option<string>("--hub") { Description = "The issuer of the hub that sends to them", Required = true };
var home = new Option<string>("--home") { Description = "The issuer of the home provider that the certificates were made for", Required = true };
var certificates = new Option<string>("--certificates") { Description = "The folder with their keys", Required = true };
var journals = new Option<string>("--journals") { Description = "The folder in which each keeps what it took", Required = true };
var alone = new Command("departments", "The departments alone: what they signed for they still know after a restart.") { port, hub, home, certificates, journals };
alone.SetAction((parsed, cancellationToken) => DepartmentsHost.RunAsync(
    parsed.GetValue(port), new Uri(parsed.GetValue(hub)!), new Uri(parsed.GetValue(home)!), parsed.GetValue(certificates)!, parsed.GetValue(journals)!, cancellationToken));
root.Add(alone);

return await root.Parse(args).InvokeAsync();
