using CrossBorder.Adapters.Departments;
using CrossBorder.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications.Ways;

public sealed class PickupWayTests(DepartmentsRunning departments) : DepartmentWayContract(departments), IClassFixture<DepartmentsRunning>
{
    private protected override async Task<DepartmentWay> OpenAsync(string encryptionKeyFile)
    {
        var desk = await ApplicationsDesk.OpenAsync(Departments, "SQLite", more: services => services.PostConfigure<DepartmentsOptions>(options =>
        {
            var department = options.Find(Slug)!;
            (department.Channel, department.EncryptionKeyFile) = ("pickup", encryptionKeyFile);
        }));
        return new Way(desk, await desk.ListenAsync("department-" + Slug));
    }

    private sealed class Way(ApplicationsDesk desk, HttpClient http) : DepartmentWay(desk)
    {
        public override async Task<string> TakeAsync(CancellationToken cancellationToken) => (await Waiting.UntilAsync(
            () => http.PickUpAsync(Slug), offered => offered.Count > 0, "something is offered", cancellationToken))[0].Envelope;

        public override async Task SignAsync(string receipt, CancellationToken cancellationToken) =>
            (await http.TellAsync(Slug, receipt, where: "receipts")).Dispose();

        public override Task LeaveAsync(CancellationToken cancellationToken) => PassTimeAsync(cancellationToken);

        public override ValueTask DisposeAsync()
        {
            http.Dispose();
            return base.DisposeAsync();
        }
    }
}
